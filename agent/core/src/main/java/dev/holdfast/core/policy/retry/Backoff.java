package dev.holdfast.core.policy.retry;

/**
 * How long to wait after the n-th attempt, before anything is spread: {@code base * multiplier^(n -
 * 1)}, at most {@code max}. Saturates: no attempt, however late, makes it overflow.
 *
 * @param baseNanos the wait after the first attempt, at least 0
 * @param multiplier growth from wait to wait, at least 1
 * @param maxNanos the longest wait, at least 0
 */
record Backoff(long baseNanos, double multiplier, long maxNanos) {

  Backoff {
    if (baseNanos < 0) {
      throw new IllegalArgumentException("base: " + baseNanos + " ns (expected: >= 0)");
    }
    if (!(multiplier >= 1)) {
      throw new IllegalArgumentException("multiplier: " + multiplier + " (expected: >= 1)");
    }
    if (maxNanos < 0) {
      throw new IllegalArgumentException("max: " + maxNanos + " ns (expected: >= 0)");
    }
  }

  /** The wait after that attempt, from 1. */
  long delayNanos(int attempt) {
    if (baseNanos == 0) {
      return 0;
    }
    double grown = baseNanos * Math.pow(multiplier, attempt - 1.0);
    return grown < maxNanos ? (long) grown : maxNanos;
  }
}
