package dev.holdfast.core.policy.breaker;

/**
 * When a breaker opens and closes: the numbers that all methods sharing it have to agree on.
 *
 * @param window how far back it looks
 * @param failureRate percentage of failures at or above which it opens; above 0, at most 100
 * @param minimumCalls no decision on fewer outcomes; at least 1
 * @param slowNanos a call is slow from here on; 0: no call is
 * @param slowRate percentage of slow calls at or above which it opens; above 0, at most 100
 * @param openNanos how long it stays open the first time; at least 1
 * @param maxOpenNanos how long at most; at least {@code openNanos}
 * @param halfOpenCalls trials at once, and good ones needed to close; at least 1
 */
record BreakerLimits(
    WindowSize window,
    double failureRate,
    int minimumCalls,
    long slowNanos,
    double slowRate,
    long openNanos,
    long maxOpenNanos,
    int halfOpenCalls) {

  BreakerLimits {
    check(isRate(failureRate), "failureRate", failureRate, "> 0 and <= 100");
    check(minimumCalls >= 1, "minimumCalls", minimumCalls, ">= 1");
    check(slowNanos >= 0, "slowNanos", slowNanos, ">= 0");
    check(isRate(slowRate), "slowRate", slowRate, "> 0 and <= 100");
    check(openNanos >= 1, "openNanos", openNanos, ">= 1");
    check(
        maxOpenNanos >= openNanos && maxOpenNanos <= Nanos.MOST,
        "maxOpenNanos",
        maxOpenNanos,
        ">= openNanos and <= " + Nanos.MOST);
    check(halfOpenCalls >= 1, "halfOpenCalls", halfOpenCalls, ">= 1");
  }

  /** Whether calls are timed: only then does a call cost clock readings. */
  boolean isTimed() {
    return slowNanos > 0;
  }

  /** Whether a call that took that long is slow. */
  boolean isSlow(long nanos) {
    return isTimed() && nanos >= slowNanos;
  }

  /** Whether this is too much to stay closed. */
  boolean isReachedBy(Tally tally) {
    return tally.calls() >= minimumCalls
        && (isShare(tally.failures(), tally.calls(), failureRate)
            || (isTimed() && isShare(tally.slow(), tally.calls(), slowRate)));
  }

  /** Whether so many slow trials are too many to close. */
  boolean isReachedBySlowTrials(int slow) {
    return isTimed() && isShare(slow, halfOpenCalls, slowRate);
  }

  /** How long it stays open after so many failed trials in a row: doubled by each, saturating. */
  long openNanosAfter(int failedTrials) {
    return failedTrials >= Long.numberOfLeadingZeros(openNanos) - 1
        ? maxOpenNanos
        : Math.min(openNanos << failedTrials, maxOpenNanos);
  }

  /** By multiplication, so that 7 of 70 is 10 % whatever a division would round it to. */
  private static boolean isShare(long some, long all, double percent) {
    return some > 0 && 100.0 * some >= percent * all;
  }

  private static boolean isRate(double percent) {
    return percent > 0 && percent <= 100;
  }

  private static void check(boolean isRight, String name, Number value, String expected) {
    if (!isRight) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
