package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Scope;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoreFailure;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that has returned after another one took its key over: it was paused for longer than its
 * lease. Its effect has happened, but what all others get is the result of the other one; so its
 * caller asks as a duplicate does.
 *
 * @param scope in which the call was made
 * @param result its own
 */
record Overtaken(KeyedCall keyed, Scope scope, @Nullable Object result) {

  /** Asks for the key again. */
  ClaimWait ask() {
    Deduplication work = keyed.work();
    return new ClaimWait(
        keyed.key().stored(),
        keyed.claimAgain(),
        scope.deadline(),
        work.services().time(),
        work.refusals());
  }

  /**
   * What the caller gets: the outcome that is stored, or the refusal of a duplicate; its own
   * result, if the other call came to nothing, which is stored then, or if nobody knows.
   *
   * @param claimed blocks for the answer, or has it
   */
  CompletableFuture<@Nullable Object> outcome(Supplier<Claim> claimed) {
    try {
      Claim claim = claimed.get();
      if (claim instanceof Claim.Acquired acquired) {
        HeldCall held = HeldCall.of(keyed, acquired, scope);
        return held.settled(() -> held.returned(result)).thenApply(told -> result);
      }
      return CompletableFuture.completedFuture(
          keyed.work().replies().reply(keyed.call(), keyed.key().stored(), claim));
    } catch (StoreFailure unavailable) {
      return CompletableFuture.completedFuture(result);
    } catch (Throwable refusal) {
      return Futures.failed(refusal);
    }
  }
}
