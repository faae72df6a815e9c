package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.Stage;
import org.jspecify.annotations.Nullable;

/** Tries failures again; results are all good. */
record RetryStage(Stage next, RetryLoop loop) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    long begunNanos = loop.policy().begunNanos(call);
    try {
      return next.call(call);
    } catch (Throwable failure) {
      if (!loop.policy().mayRetry(failure)) {
        throw failure;
      }
      return loop.again(call, begunNanos, failure);
    }
  }
}
