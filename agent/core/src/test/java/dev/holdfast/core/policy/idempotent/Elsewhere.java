package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoredKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Another instance of an application, of which the store is all that is seen here. Its calls have
 * the key "1".
 *
 * @param owner declares the methods, which take one {@code String} unless they are named with their
 *     parameters
 */
record Elsewhere(IdempotencyStore store, Class<?> owner) {

  static final Duration LEASE = Duration.ofMinutes(1);
  static final Duration TTL = Duration.ofHours(24);

  StoredKey key(String method) {
    String signature = method.contains("(") ? method : method + "(java.lang.String)";
    return StoredKey.of(owner.getName() + "#" + signature, List.of(), "1");
  }

  ClaimRequest request(String method, Optional<String> fingerprint) {
    return new ClaimRequest(key(method), fingerprint, LEASE, TTL, true);
  }

  /** Begins a call there. */
  Hold claim(String method, Optional<String> fingerprint) {
    Claim claim = store.claim(request(method, fingerprint)).toCompletableFuture().join();
    return new Hold(key(method), ((Claim.Acquired) claim).token());
  }

  /** Begins a call there whose arguments are not told. */
  Hold claim(String method) {
    return claim(method, Optional.empty());
  }

  /** Makes a call there that ends with this row. */
  void complete(String method, Optional<String> fingerprint, String row) {
    store.complete(claim(method, fingerprint), row, TTL).toCompletableFuture().join();
  }
}
