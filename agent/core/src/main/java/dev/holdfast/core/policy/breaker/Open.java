package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.time.Time;
import java.util.List;

/**
 * No call runs until a moment has come.
 *
 * @param untilNanos that moment, on the monotonic clock; compare by subtraction
 * @param failedTrials how many trials in a row have failed since it was closed
 * @param openedBy what the window held when it left the closed state
 */
record Open(
    long generation, BreakerLimits limits, long untilNanos, int failedTrials, Tally openedBy)
    implements BreakerState {

  /** Open from now on for that long, at most as long as the limits allow. */
  static Open after(
      BreakerState before, long openNanos, int failedTrials, Tally openedBy, Time time) {
    BreakerLimits limits = before.limits();
    long untilNanos = time.nanoTime() + Math.min(openNanos, limits.maxOpenNanos());
    return new Open(before.generation() + 1, limits, untilNanos, failedTrials, openedBy);
  }

  /** Nanoseconds until a trial may run; zero or less when it may. */
  long waitNanos(long now) {
    return untilNanos - now;
  }

  /** The next state, for the first call that may be a trial. */
  HalfOpen halfOpen() {
    return new HalfOpen(generation + 1, limits, failedTrials, openedBy, List.of(), List.of(), 0);
  }

  /** It stays open for as long as it was meant to. */
  @Override
  public Open with(BreakerLimits other, Time time) {
    return new Open(generation, other, untilNanos, failedTrials, openedBy);
  }
}
