package dev.holdfast.core.policy.retry;

import dev.holdfast.Jitter;

/**
 * Spreads waits, so that callers that failed together do not come back together.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Marc
 *     Brooker, Exponential Backoff And Jitter</a>
 */
@FunctionalInterface
interface Spread {

  /** Exactly the computed wait. */
  Spread NONE = (backoff, attempt, previousNanos, random) -> backoff.delayNanos(attempt);

  /** From nothing to the computed wait. */
  Spread FULL =
      (backoff, attempt, previousNanos, random) -> part(backoff.delayNanos(attempt), random);

  /** From half of the computed wait to all of it. */
  Spread EQUAL =
      (backoff, attempt, previousNanos, random) -> {
        long delay = backoff.delayNanos(attempt);
        return delay / 2 + part(delay - delay / 2, random);
      };

  /** From the base to three times the wait before: the only one that depends on it. */
  Spread DECORRELATED =
      (backoff, attempt, previousNanos, random) -> {
        long base = Math.min(backoff.baseNanos(), backoff.maxNanos());
        long before = attempt == 1 ? base : previousNanos;
        long most = before > backoff.maxNanos() / 3 ? backoff.maxNanos() : before * 3;
        return base + part(Math.max(0, most - base), random);
      };

  /**
   * The wait after an attempt, from 0 to the backoff's maximum.
   *
   * @param attempt the attempt that failed, from 1
   * @param previousNanos the wait before that attempt; without meaning for the first
   * @param random from 0, included, to 1, excluded
   */
  long nanos(Backoff backoff, int attempt, long previousNanos, double random);

  /** The one that users name so. */
  static Spread of(Jitter jitter) {
    return switch (jitter) {
      case NONE -> NONE;
      case FULL -> FULL;
      case EQUAL -> EQUAL;
      case DECORRELATED -> DECORRELATED;
    };
  }

  private static long part(long nanos, double random) {
    return Math.min(nanos, (long) (nanos * random));
  }
}
