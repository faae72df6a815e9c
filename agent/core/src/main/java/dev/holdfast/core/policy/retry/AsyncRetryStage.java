package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.pipeline.AsyncStage;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tries futures again that fail, or that hold results that are as bad. */
record AsyncRetryStage(AsyncStage next, RetryPolicy policy) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    long begunNanos = policy.time().coarseNanoTime();
    CompletableFuture<@Nullable Object> first = next.call(call);
    boolean hasPassed = first.isDone() && !first.isCompletedExceptionally();
    if (hasPassed && !policy.judge().isNeeded()) {
      return first;
    }
    AsyncRetryRun run = new AsyncRetryRun(next, policy, call, begunNanos, Context.capture());
    return run.follow(first);
  }
}
