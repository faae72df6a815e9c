package dev.holdfast.core.store.blocking;

/** Opens a store. */
@FunctionalInterface
public interface StoreOpener {

  /**
   * Opens it, blocking.
   *
   * @throws dev.holdfast.core.store.StoreFailure if it cannot work as it is configured
   * @throws Exception if it cannot be reached
   */
  BlockingStore open() throws Exception;
}
