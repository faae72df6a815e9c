package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.OuterTransaction;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A call and the key that it asks for.
 *
 * @param fingerprint of the arguments as they were when the call began; empty if nothing tells
 *     calls with one key apart
 */
record KeyedCall(Deduplication work, Call call, CallKey key, Optional<String> fingerprint) {

  static KeyedCall of(Deduplication work, Call call, CallKey key) {
    return new KeyedCall(work, call, key, work.fingerprint(call));
  }

  /**
   * Asks for the key; see {@link dev.holdfast.core.store.ClaimDesk#claim}.
   *
   * @param whenHeld the wish of this call if another one holds it
   */
  CompletableFuture<Claim> claim(Concurrent whenHeld) {
    OuterTransaction transaction = OuterTransaction.around(call);
    Claim uncommitted =
        transaction == null ? null : Uncommitted.find(transaction, work.identity(key), fingerprint);
    return uncommitted == null ? ask(whenHeld) : CompletableFuture.completedFuture(uncommitted);
  }

  /** Asks once more for a key that another call took over. */
  CompletableFuture<Claim> claimAgain() {
    return ask(work.spec().concurrent());
  }

  private CompletableFuture<Claim> ask(Concurrent whenHeld) {
    ClaimRequest request = work.request(key, fingerprint);
    return work.desk().claim(request, whenHeld);
  }
}
