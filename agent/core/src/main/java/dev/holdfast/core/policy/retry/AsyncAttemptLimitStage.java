package dev.holdfast.core.policy.retry;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.time.Alarm;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Cancels the future of an attempt that takes too long. The future is judged and not the thread:
 * nothing is interrupted, and a result that comes late does not stand.
 */
record AsyncAttemptLimitStage(AsyncStage next, AttemptLimit limit) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Optional<AttemptLimit.Limited> attempt = limit.begin(call);
    CompletableFuture<@Nullable Object> inner = next.call(call);
    return attempt.isEmpty() || inner.isDone() ? inner : until(attempt.get(), inner);
  }

  private CompletableFuture<@Nullable Object> until(
      AttemptLimit.Limited attempt, CompletableFuture<@Nullable Object> inner) {
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    Alarm alarm =
        limit
            .services()
            .time()
            .scheduleAt(attempt.end().atNanos(), () -> expire(attempt, outcome, inner));
    Futures.follow(outcome, inner);
    outcome.whenComplete((result, failure) -> alarm.cancel());
    return outcome;
  }

  /**
   * Off the thread of the alarms, and in two tasks: both run code of the application, and neither
   * what depends on our future nor what depends on the body's may hold up the other.
   */
  private void expire(
      AttemptLimit.Limited attempt,
      CompletableFuture<@Nullable Object> outcome,
      CompletableFuture<@Nullable Object> inner) {
    if (!outcome.isDone()) {
      AttemptTimeoutException timeout = limit.timeout(attempt, null);
      hand(() -> outcome.completeExceptionally(timeout));
      hand(() -> inner.cancel(true));
    }
  }

  private void hand(Runnable task) {
    try {
      limit.services().workers().execute(task);
    } catch (RejectedExecutionException noThread) {
      task.run();
    }
  }
}
