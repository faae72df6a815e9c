package dev.holdfast.core.store;

import dev.holdfast.Idempotent.Concurrent;
import java.util.concurrent.CompletableFuture;

/**
 * A call that asks for a key.
 *
 * @param whenHeld what it wants if another call holds the key
 * @param answer completed by the desk, or cancelled by the call that waits no longer
 */
record Waiter(ClaimRequest request, Concurrent whenHeld, CompletableFuture<Claim> answer) {

  boolean waits() {
    return whenHeld == Concurrent.WAIT;
  }

  boolean contradicts(Waiter other) {
    return request.contradicts(other.request);
  }

  boolean hasLeft() {
    return answer.isCancelled();
  }

  void whenLeft(Runnable task) {
    answer.whenComplete(
        (claim, failure) -> {
          if (hasLeft()) {
            task.run();
          }
        });
  }

  /** Answers the call; false if it has left. */
  boolean answer(Claim claim) {
    return answer.complete(claim);
  }

  /** Answers with what the store said to another call with this key. */
  void answer(Claim claim, Waiter other) {
    answer.complete(contradicts(other) ? new Claim.Mismatch() : claim);
  }

  void fail(Throwable failure) {
    answer.completeExceptionally(failure);
  }
}
