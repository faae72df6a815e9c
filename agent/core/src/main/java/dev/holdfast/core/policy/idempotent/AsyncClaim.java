package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.Alarm;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One call of a method that returns a future, and the answer to its claim. */
record AsyncClaim(AsyncStage next, KeyedCall keyed, ClaimWait waiting) {

  /** Goes on with the answer, which is there, on the caller's thread. */
  CompletableFuture<@Nullable Object> go(Scope scope) throws Throwable {
    Claim claim;
    try {
      claim = waiting.answer();
    } catch (StoreFailure unavailable) {
      work().goUnguarded(unavailable);
      return inside(scope.withKey(keyed.key()));
    }
    if (!(claim instanceof Claim.Acquired acquired)) {
      return CompletableFuture.completedFuture(work().replies().reply(keyed.call(), key(), claim));
    }
    if (acquired.isTakenOver()) {
      work().news().tookOver(key());
    }
    return held(HeldCall.of(keyed, acquired, scope), scope);
  }

  /**
   * Goes on when the answer is there, on a worker: what answers it is a thread of the store, of the
   * alarms, or of another call. Cancelling the future leaves the line.
   */
  CompletableFuture<@Nullable Object> goLater(CompletableFuture<Claim> claimed, Context context) {
    work().news().count(Tally.WAITED);
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    Futures.linkCancel(outcome, claimed);
    Alarm limit = waiting.limit();
    claimed.whenComplete(
        (claim, failure) -> {
          limit.cancel();
          try {
            execute(claim, context.carry(() -> goOn(outcome, claim, context.scope())));
          } catch (RejectedExecutionException noThread) {
            giveBack(claim);
            outcome.completeExceptionally(work().refusals().fault(noThread));
          }
        });
    return outcome;
  }

  /**
   * Whoever makes the call is one of few; of those who are only answered there may be very many.
   */
  private void execute(@Nullable Claim claim, Runnable task) {
    if (claim instanceof Claim.Acquired) {
      work().services().workers().execute(task);
    } else {
      work().answers().execute(task);
    }
  }

  private void goOn(
      CompletableFuture<@Nullable Object> outcome, @Nullable Claim claim, Scope scope) {
    if (outcome.isCancelled()) {
      giveBack(claim);
      return;
    }
    CompletableFuture<@Nullable Object> inner;
    try {
      inner = go(scope);
    } catch (Throwable failure) {
      inner =
          Futures.failed(
              keyed.call().isFault(failure) ? work().refusals().fault(failure) : failure);
    }
    Futures.follow(outcome, inner);
  }

  private CompletableFuture<@Nullable Object> held(HeldCall held, Scope scope) {
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    CompletableFuture<@Nullable Object> body;
    try {
      body = inside(held.scope());
    } catch (Throwable failure) {
      held.settled(() -> held.threw(failure));
      throw failure;
    }
    Futures.linkCancel(outcome, body);
    body.whenComplete(
        (result, thrown) -> {
          Throwable failure = thrown == null ? null : Causes.unwrap(thrown);
          CompletableFuture<?> settled = settle(held, result, failure);
          boolean isAtOnce = settled.isDone();
          settled.whenComplete(
              (tenure, none) -> {
                if (failure == null && held.isOvertaken()) {
                  overtaken(outcome, new Overtaken(keyed, scope, result));
                } else if (isAtOnce) {
                  Futures.complete(outcome, result, failure);
                } else {
                  later(() -> Futures.complete(outcome, result, failure));
                }
              });
        });
    return outcome;
  }

  private void overtaken(CompletableFuture<@Nullable Object> outcome, Overtaken late) {
    ClaimWait asked = late.ask();
    asked.whenAnswered(() -> later(() -> Futures.follow(outcome, late.outcome(asked::answer))));
  }

  private static CompletableFuture<?> settle(
      HeldCall held, @Nullable Object result, @Nullable Throwable failure) {
    if (failure == null) {
      return held.settled(() -> held.returned(result));
    }
    return held.settled(
        () ->
            failure instanceof CancellationException
                ? held.cancelled(failure)
                : held.ended(failure));
  }

  /** What depends on the outcome is not for the store's threads. */
  private void later(Runnable task) {
    try {
      work().services().workers().execute(task);
    } catch (RejectedExecutionException noThread) {
      task.run();
    }
  }

  private CompletableFuture<@Nullable Object> inside(Scope scope) {
    Scope outer = Scopes.enter(scope);
    try {
      return next.call(keyed.call());
    } finally {
      Scopes.leave(outer);
    }
  }

  private void giveBack(@Nullable Claim claim) {
    if (claim instanceof Claim.Acquired acquired) {
      work().desk().giveBack(key(), acquired);
    }
  }

  private Deduplication work() {
    return keyed.work();
  }

  private StoredKey key() {
    return keyed.key().stored();
  }
}
