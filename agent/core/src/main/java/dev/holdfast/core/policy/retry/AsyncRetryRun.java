package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.policy.retry.Outcome.Failed;
import dev.holdfast.core.policy.retry.Outcome.Rejected;
import dev.holdfast.core.policy.retry.Outcome.Unwanted;
import dev.holdfast.core.policy.retry.RetryDecision.Again;
import dev.holdfast.core.policy.retry.RetryDecision.Stop;
import dev.holdfast.core.time.Alarm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attempts of one call of a method that returns a future.
 *
 * <pre>
 * future in flight   ends well, or not to be tried again  the caller's future ends so
 *                    ends else                            wait, by an alarm
 * wait               is over                              next attempt, on a worker
 * any                the caller cancels                   what is in flight is cancelled, the rest
 *                                                         does not take place
 * </pre>
 *
 * <p>One step follows another, each on the thread that ended the one before; only cancelling comes
 * from the side, and looks at {@link #inFlight} and {@link #pause} alone. Whatever goes wrong, the
 * caller's future ends.
 */
final class AsyncRetryRun {

  private static final Logger LOG = LoggerFactory.getLogger(AsyncRetryRun.class);

  private final AsyncStage next;
  private final RetryPolicy policy;
  private final Call call;
  private final Context context;
  private final RetryRun run;
  private final CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<@Nullable Object> inFlight;
  private volatile @Nullable Alarm pause;

  /**
   * @param context what the caller's thread had
   */
  AsyncRetryRun(AsyncStage next, RetryPolicy policy, Call call, long begunNanos, Context context) {
    this.next = next;
    this.policy = policy;
    this.call = call;
    this.context = context;
    run = new RetryRun(policy, call, begunNanos, context.scope());
  }

  /** The future for the caller, once the first attempt has begun. */
  CompletableFuture<@Nullable Object> follow(CompletableFuture<@Nullable Object> first) {
    outcome.whenComplete((result, failure) -> cancelRest());
    watch(first);
    return outcome;
  }

  private void watch(CompletableFuture<@Nullable Object> attempt) {
    inFlight = attempt;
    if (outcome.isDone()) {
      cancelRest();
    }
    attempt.whenComplete((result, failure) -> context.carry(() -> ended(result, failure)).run());
  }

  private void cancelRest() {
    CompletableFuture<?> attempt = inFlight;
    Alarm wait = pause;
    if (attempt != null && outcome.isCancelled()) {
      attempt.cancel(true);
    }
    if (wait != null) {
      wait.cancel();
    }
  }

  private void ended(@Nullable Object result, @Nullable Throwable failure) {
    if (outcome.isDone()) {
      return;
    }
    try {
      if (failure != null) {
        follow(policy.failed(Causes.unwrap(failure)));
      } else if (!Futures.isAbsent(result) && policy.judge().rejects(call, result)) {
        follow(policy.rejected(result));
      } else {
        run.pass();
        outcome.complete(result);
      }
    } catch (Throwable thrown) {
      endAfter(thrown, result, failure);
    }
  }

  /** What a check of the application throws ends the call; a fault of ours does not show. */
  private void endAfter(Throwable thrown, @Nullable Object result, @Nullable Throwable failure) {
    if (call.isFault(thrown)) {
      LOG.warn("a fault of the agent in a retry; the application goes on", thrown);
      Futures.complete(outcome, result, failure);
    } else {
      outcome.completeExceptionally(thrown);
    }
  }

  private void follow(Unwanted last) {
    RetryDecision decision = run.decide(last, false);
    if (decision instanceof Stop stop) {
      end(last, stop);
      return;
    }
    Again again = (Again) decision;
    pause = policy.time().pause(again.waitNanos(), isWhole -> waited(last, again, isWhole));
    if (outcome.isDone()) {
      cancelRest();
    }
  }

  /** On the thread of the alarms: the rest is for a worker, because it runs the application. */
  private void waited(Unwanted last, Again again, boolean isWhole) {
    try {
      policy.services().workers().execute(context.carry(() -> repeat(last, again, isWhole)));
    } catch (RejectedExecutionException noThread) {
      context.carry(() -> end(last, Stop.OUT_OF_TIME)).run();
    }
  }

  private void repeat(Unwanted last, Again again, boolean isWhole) {
    if (outcome.isDone()) {
      return;
    }
    if (!isWhole || !run.isInTime()) {
      end(last, Stop.OUT_OF_TIME);
      return;
    }
    CompletableFuture<@Nullable Object> attempt;
    Scope outer = Scopes.current();
    try {
      Scopes.enter(run.begin(last, again));
      attempt = next.call(call);
    } catch (Throwable thrown) {
      attempt = Futures.failed(thrown);
    } finally {
      Scopes.leave(outer);
    }
    watch(attempt);
  }

  private void end(Unwanted last, Stop stop) {
    try {
      run.end(last, stop);
    } finally {
      if (last instanceof Failed failed) {
        outcome.completeExceptionally(failed.failure());
      } else if (last instanceof Rejected rejected) {
        outcome.complete(rejected.result());
      }
    }
  }
}
