package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.Observer;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls that took longer than they would be given. */
record DeadlineObserver(TimeLimit limit, LongAdder wouldExceed) implements Observer {

  @Override
  public Watch begin(Call call) {
    long begunNanos = limit.time().nanoTime();
    return (result, failure) -> {
      if (limit.time().nanoTime() - begunNanos >= limit.nanos()) {
        wouldExceed.increment();
      }
    };
  }
}
