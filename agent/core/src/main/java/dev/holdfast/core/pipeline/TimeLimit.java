package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.time.Time;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long the calls of a guard may take: sets the deadline that {@link InTime} keeps them to.
 *
 * @param nanos the limit, above zero
 * @param wouldExceed counts, of a guard that only observes, the calls that took longer
 */
public record TimeLimit(String guard, long nanos, Time time, LongAdder wouldExceed)
    implements Policy {

  public TimeLimit {
    if (nanos <= 0) {
      throw new IllegalArgumentException("nanos: " + nanos + " (expected: > 0)");
    }
  }

  /** The limit of a guard's whole call, in its ring. */
  public static Layer layer(long nanos, Binding binding) {
    Scopes.track();
    return new Layer(
        Ring.TIME,
        new TimeLimit(
            binding.guard(),
            nanos,
            binding.services().time(),
            binding.outcome("deadline.would-exceed")));
  }

  @Override
  public Stage around(Stage next) {
    return call -> {
      Scope outer = Scopes.enter(begin(Scopes.current()));
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return call -> {
      Scope outer = Scopes.enter(begin(Scopes.current()));
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  @Override
  public Observer observer() {
    return call -> {
      long begunNanos = time.nanoTime();
      return (result, failure) -> {
        if (time.nanoTime() - begunNanos >= nanos) {
          wouldExceed.increment();
        }
      };
    };
  }

  /** The scope of a call that begins now inside another scope: the earlier deadline counts. */
  private Scope begin(Scope around) {
    return around.withDeadline(Deadline.after(nanos, time, guard));
  }
}
