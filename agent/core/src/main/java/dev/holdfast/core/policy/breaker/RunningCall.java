package dev.holdfast.core.policy.breaker;

/** A call in flight whose time is taken. */
sealed interface RunningCall permits TimedCall, Trial {

  /** When it began, on the monotonic clock. */
  long startNanos();
}
