package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.time.Time;

/**
 * Every call runs, and its outcome is counted. The state itself is the permit of calls that are not
 * timed, so that admitting one costs no more than reading it.
 */
record Closed(long generation, BreakerLimits limits, Window window)
    implements BreakerState, Admission.Permit {

  /** With an empty window. */
  static Closed begin(long generation, BreakerLimits limits, Time time) {
    return new Closed(generation, limits, limits.window().open(time));
  }

  /** The next state if the window holds too much, or if the callee demands it. */
  BreakerState judge(long demandNanos, Time time) {
    Tally tally = window.tally();
    boolean isReached = limits.isReachedBy(tally);
    return isReached || demandNanos > 0
        ? Open.after(
            this, Math.max(demandNanos, isReached ? limits.openNanos() : 0), 0, tally, time)
        : this;
  }

  /** A window of the same size is kept. */
  @Override
  public Closed with(BreakerLimits other, Time time) {
    return limits.window().equals(other.window())
        ? new Closed(generation, other, window)
        : begin(generation + 1, other, time);
  }
}
