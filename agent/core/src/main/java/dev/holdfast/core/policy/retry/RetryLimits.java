package dev.holdfast.core.policy.retry;

import java.util.OptionalLong;

/**
 * How long a call, and each of its attempts, may take.
 *
 * @param wholeNanos the whole call, waits included; above 0
 * @param isDeadline whether somebody chose that: then it cuts, and calls further in inherit it;
 *     else it only keeps attempts from starting, by a clock that is right to 100 ms
 * @param attemptNanos each attempt, above 0; empty: no limit
 */
record RetryLimits(long wholeNanos, boolean isDeadline, OptionalLong attemptNanos) {

  RetryLimits {
    if (wholeNanos <= 0) {
      throw new IllegalArgumentException("whole: " + wholeNanos + " ns (expected: > 0)");
    }
    if (attemptNanos.isPresent() && attemptNanos.getAsLong() <= 0) {
      throw new IllegalArgumentException(
          "attempt: " + attemptNanos.getAsLong() + " ns (expected: > 0)");
    }
  }

  /** The limit that the coarse clock keeps; none where there is a deadline. */
  long coarseNanos() {
    return isDeadline ? Long.MAX_VALUE : wholeNanos;
  }
}
