package dev.holdfast.core.policy.retry;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.time.DurationWords;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The limit of each attempt, shrunk to what is left of the whole call.
 *
 * @param nanos the limit of an attempt that has the whole call before it
 */
record AttemptLimit(
    String guard, long nanos, Services services, LongAdder timedOut, LongAdder wouldTimeOut)
    implements Policy {

  static AttemptLimit bind(RetryLimits limits, Binding binding) {
    Scopes.track();
    return new AttemptLimit(
        binding.guard(),
        Math.min(limits.attemptNanos().orElse(Long.MAX_VALUE), limits.coarseNanos()),
        binding.services(),
        binding.outcome("retry.attempt-timed-out"),
        binding.outcome("retry.would-time-out"));
  }

  /**
   * An attempt that is limited.
   *
   * @param number from 1
   * @param nanos how long it may take
   */
  record Limited(int number, long nanos, Deadline end) {}

  @Override
  public Stage around(Stage next) {
    return new AttemptLimitStage(next, this);
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return new AsyncAttemptLimitStage(next, this);
  }

  @Override
  public Observer observer() {
    return call -> {
      long begunNanos = services.time().nanoTime();
      return (result, failure) -> {
        if (services.time().nanoTime() - begunNanos >= nanos) {
          wouldTimeOut.increment();
        }
      };
    };
  }

  /** The attempt that begins now; empty where a deadline cuts it no later. */
  Optional<Limited> begin(Call call) {
    Scope scope = Scopes.current();
    long limitNanos = Math.min(nanos, call.leftNanos(services.time().nanoTime()));
    Deadline end = Deadline.after(limitNanos, services.time(), guard);
    Deadline around = scope.deadline();
    return around == null || around.atNanos() - end.atNanos() > 0
        ? Optional.of(new Limited(scope.attempt(), limitNanos, end))
        : Optional.empty();
  }

  /**
   * What an attempt that was cut fails with.
   *
   * @param thrown what it threw, if it came to that
   */
  AttemptTimeoutException timeout(Limited attempt, @Nullable Throwable thrown) {
    timedOut.increment();
    String after = DurationWords.of(Math.max(0, attempt.nanos()));
    return new AttemptTimeoutException(
        "attempt " + attempt.number() + " of " + guard + " was cut after " + after, thrown);
  }
}
