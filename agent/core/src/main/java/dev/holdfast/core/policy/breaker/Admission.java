package dev.holdfast.core.policy.breaker;

/** What a breaker answers to a call that wants to run. */
sealed interface Admission {

  /**
   * Leave to run, given by one generation of the breaker and counting in that one only. Whoever has
   * it ends it once, by {@link Breaker#end}, however the call ends.
   */
  sealed interface Permit extends Admission permits Closed, TimedCall, Trial, Past {}

  /** The permit of a generation that is over: whatever its call ends with counts in none. */
  record Past() implements Permit {}

  /**
   * The call must not run.
   *
   * @param failureRate the failures that opened the breaker, in percent
   * @param waitNanos until the next trial; 0 when the trials under way have to be waited for
   */
  record Refused(double failureRate, long waitNanos) implements Admission {}
}
