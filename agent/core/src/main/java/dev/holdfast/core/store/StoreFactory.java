package dev.holdfast.core.store;

import dev.holdfast.core.pipeline.Services;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of store as the engine finds it: by {@link java.util.ServiceLoader}, by the scheme of the
 * URL that is configured.
 */
public interface StoreFactory {

  /** The schemes of URLs that it understands, in lower case: {@code memory}. */
  Set<String> schemes();

  /**
   * Makes a store, without connecting to anything: it connects when it is first asked, on its own
   * threads.
   *
   * @throws StoreFailure if the address cannot be right; the message names what is wrong with it
   */
  IdempotencyStore open(StoreAddress address, Services services);

  /**
   * What must be there before such a store can be used, for those who may not let the agent create
   * it.
   *
   * @param url of a store, or the part of it that says which kind it is: {@code jdbc:postgresql}
   * @return statements in the language of the store; empty if it is another kind, or needs nothing
   */
  default Optional<String> schema(String url) {
    return Optional.empty();
  }
}
