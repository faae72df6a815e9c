package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.time.Alarm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Begins nothing after the deadline in force, and cancels the future in flight at it. The future is
 * judged and not the thread: nothing is interrupted, and a result that comes late does not stand.
 */
public record AsyncInTimeStage(Overtime overtime, Workers workers, AsyncStage next)
    implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Deadline deadline = Scopes.current().deadline();
    if (deadline == null) {
      return next.call(call);
    }
    if (overtime.hasPassed(deadline)) {
      return Futures.failed(overtime.refusal(call, deadline));
    }
    CompletableFuture<@Nullable Object> inner = next.call(call);
    if (overtime.hasPassed(deadline)) {
      return afterBlocking(deadline, call, inner);
    }
    return inner.isDone() ? inner : until(deadline, call, inner);
  }

  /** The body returned its future only after the deadline. */
  private CompletableFuture<@Nullable Object> afterBlocking(
      Deadline deadline, Call call, CompletableFuture<@Nullable Object> inner) {
    if (inner.isCompletedExceptionally()) {
      CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
      inner.whenComplete(
          (result, failure) ->
              outcome.completeExceptionally(overtime.judge(call, deadline, failure)));
      return outcome;
    }
    deadline.fire();
    inner.cancel(true);
    return Futures.failed(overtime.cancellation(call, deadline));
  }

  private CompletableFuture<@Nullable Object> until(
      Deadline deadline, Call call, CompletableFuture<@Nullable Object> inner) {
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    AtomicBoolean hasEnded = new AtomicBoolean();
    Alarm alarm =
        overtime
            .time()
            .scheduleAt(
                deadline.atNanos(),
                () -> {
                  if (hasEnded.compareAndSet(false, true)) {
                    expire(deadline, call, outcome, inner);
                  }
                });
    Futures.linkCancel(outcome, inner);
    inner.whenComplete(
        (result, failure) -> {
          if (hasEnded.compareAndSet(false, true)) {
            alarm.cancel();
            end(deadline, call, outcome, result, failure);
          }
        });
    return outcome;
  }

  private void end(
      Deadline deadline,
      Call call,
      CompletableFuture<@Nullable Object> outcome,
      @Nullable Object result,
      @Nullable Throwable failure) {
    if (failure == null) {
      outcome.complete(result);
    } else if (!outcome.isDone()) {
      outcome.completeExceptionally(overtime.judge(call, deadline, failure));
    }
  }

  /**
   * Off the thread of the alarms, and in two tasks: both run code of the application, and neither
   * what depends on our future nor what depends on the body's may hold up the other.
   */
  private void expire(
      Deadline deadline,
      Call call,
      CompletableFuture<@Nullable Object> outcome,
      CompletableFuture<@Nullable Object> inner) {
    deadline.fire();
    hand(() -> outcome.completeExceptionally(overtime.cancellation(call, deadline)));
    hand(() -> inner.cancel(true));
  }

  private void hand(Runnable task) {
    try {
      workers.execute(task);
    } catch (RejectedExecutionException noThread) {
      task.run();
    }
  }
}
