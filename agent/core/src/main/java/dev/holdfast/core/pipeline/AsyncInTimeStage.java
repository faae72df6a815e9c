package dev.holdfast.core.pipeline;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.Workers;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Begins nothing after the deadline in force, and cancels the future in flight at it; a result that
 * comes late does not stand.
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
    Throwable failure = Futures.failureOf(inner);
    if (failure != null) {
      return Futures.failed(overtime.judge(call, deadline, failure));
    }
    deadline.fire();
    inner.cancel(true);
    return Futures.failed(overtime.cancellation(call, deadline));
  }

  private CompletableFuture<@Nullable Object> until(
      Deadline deadline, Call call, CompletableFuture<@Nullable Object> inner) {
    return new Until(overtime.time(), workers)
        .follow(
            inner,
            deadline.atNanos(),
            () -> {
              deadline.fire();
              DeadlineExceededException exceeded = overtime.cancellation(call, deadline);
              call.abandon(exceeded);
              return exceeded;
            },
            failure -> overtime.judge(call, deadline, failure));
  }
}
