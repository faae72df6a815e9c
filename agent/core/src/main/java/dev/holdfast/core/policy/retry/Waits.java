package dev.holdfast.core.policy.retry;

/**
 * From the computed delay to the wait: spread, and never shorter than the server demands.
 *
 * @param backoff the computed delays
 * @param spread how they are spread
 */
record Waits(Backoff backoff, Spread spread) {

  /** A demand is exceeded by this part of it at most, so that who was told the same comes apart. */
  private static final long UPWARD_PARTS = 10;

  /**
   * The wait after an attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @param previousNanos the wait before that attempt
   * @param demandedNanos what the server demands: a floor that {@code maxBackoff} does not cut and
   *     that jitter only lifts; 0 for none
   * @param random from 0, included, to 1, excluded
   */
  long nanos(int attempt, long previousNanos, long demandedNanos, double random) {
    long spreadNanos = spread.nanos(backoff, attempt, previousNanos, random);
    if (demandedNanos == 0) {
      return spreadNanos;
    }
    long upward =
        spread == Spread.NONE
            ? 0
            : (long) (Math.min(backoff.delayNanos(attempt), demandedNanos / UPWARD_PARTS) * random);
    long floor = demandedNanos > Long.MAX_VALUE - upward ? Long.MAX_VALUE : demandedNanos + upward;
    return Math.max(floor, spreadNanos);
  }
}
