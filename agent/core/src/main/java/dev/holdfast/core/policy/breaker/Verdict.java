package dev.holdfast.core.policy.breaker;

/**
 * What the outcome of a call means to the breaker.
 *
 * @param kind how it counts
 * @param demandNanos for how long the callee asked to be left alone; 0: it did not
 */
record Verdict(Kind kind, long demandNanos) {

  /** How an outcome counts. */
  enum Kind {
    SUCCESS,
    FAILURE,
    /** Neither way; a trial's permit goes back. */
    NEUTRAL
  }

  static final Verdict SUCCESS = new Verdict(Kind.SUCCESS, 0);
  static final Verdict FAILURE = new Verdict(Kind.FAILURE, 0);
  static final Verdict NEUTRAL = new Verdict(Kind.NEUTRAL, 0);

  Verdict {
    if (demandNanos < 0 || (demandNanos > 0 && kind != Kind.FAILURE)) {
      throw new IllegalArgumentException(
          "demandNanos: " + demandNanos + " (expected: >= 0, and 0 unless it is a failure)");
    }
  }

  /** A failure with a callee's demand. */
  static Verdict failure(long demandNanos) {
    return demandNanos == 0 ? FAILURE : new Verdict(Kind.FAILURE, demandNanos);
  }

  boolean isFailure() {
    return kind == Kind.FAILURE;
  }
}
