package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.pipeline.Observer;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts first attempts that another one would have followed. */
record RetryObserver(RetryPolicy policy, LongAdder wouldRetry) implements Observer {

  @Override
  public Watch begin(Call call) {
    if (policy.spec().maxAttempts() == 1) {
      return (result, failure) -> {};
    }
    return (result, failure) -> {
      if (failure == null ? isRejected(call, result) : policy.selector().mayRetry(failure)) {
        wouldRetry.increment();
      }
    };
  }

  private boolean isRejected(Call call, @Nullable Object result) {
    if (Futures.isFuture(result)) {
      return false;
    }
    try {
      return policy.judge().rejects(call, result) && policy.judge().rejected(result).mayRetry();
    } catch (Throwable ending) {
      return false; // what the method that onResult names throws ends a call
    }
  }
}
