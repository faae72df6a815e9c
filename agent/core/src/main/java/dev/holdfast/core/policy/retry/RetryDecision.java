package dev.holdfast.core.policy.retry;

/** What follows an attempt that failed or was rejected. */
sealed interface RetryDecision {

  /** Another attempt, after a wait. */
  record Again(long waitNanos) implements RetryDecision {}

  /** No other attempt: what this one ended with is the call's outcome. */
  enum Stop implements RetryDecision {
    /** It is not of the kind that is tried again. */
    FINAL("final"),
    /** The effect may have happened already. */
    AMBIGUOUS("ambiguous"),
    /** It is inside of a transaction that can only be rolled back any more. */
    ROLLBACK_ONLY("rollback-only"),
    /** That was the last one. */
    EXHAUSTED("exhausted"),
    /** The thread was interrupted, in the attempt or in the wait. */
    INTERRUPTED("interrupted"),
    /** The server demands a longer wait than is allowed. */
    DEMAND_TOO_LONG("demand-too-long"),
    /** The wait does not fit before the limit, the deadline or the end of the JVM. */
    OUT_OF_TIME("out-of-time"),
    /** The budget allows no further retries at present. */
    REFUSED_BY_BUDGET("refused-by-budget");

    private final String outcome;

    Stop(String outcome) {
      this.outcome = outcome;
    }

    /** As it is counted. */
    String outcome() {
      return outcome;
    }

    /**
     * Whether the call would have gone on, had there been more attempts, time or budget. Guards
     * further out then leave its failure alone: layers do not multiply.
     */
    boolean isExhaustion() {
      return this == EXHAUSTED
          || this == DEMAND_TOO_LONG
          || this == OUT_OF_TIME
          || this == REFUSED_BY_BUDGET;
    }
  }
}
