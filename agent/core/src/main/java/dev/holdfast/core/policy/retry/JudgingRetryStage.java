package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.Stage;
import org.jspecify.annotations.Nullable;

/** Tries failures again, and results that are as bad. */
record JudgingRetryStage(Stage next, RetryLoop loop) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    long begunNanos = loop.policy().begunNanos(call);
    Object result;
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      if (!loop.policy().mayRetry(failure)) {
        throw failure;
      }
      return loop.again(call, begunNanos, failure);
    }
    return loop.policy().judge().rejects(call, result)
        ? loop.afterRejected(call, begunNanos, result)
        : result;
  }
}
