package dev.holdfast.core.policy.breaker;

/**
 * The outcomes that a breaker decides by. Any number of threads count at once; what they count is
 * never lost, and a {@link #tally} taken meanwhile may be a few outcomes behind.
 */
sealed interface Window permits CountWindow, TimeWindow {

  /**
   * Counts a fast success, the cheapest outcome.
   *
   * @return whether a decision may be due all the same: the window has just reached {@code minimum}
   *     calls, or older outcomes have left it
   */
  boolean succeed(long minimum);

  /**
   * Counts any outcome.
   *
   * @return a ticket for {@link #fail}
   */
  long count(boolean isFailure, boolean isSlow);

  /**
   * What was counted as no failure under this ticket turned out to be one. Without effect when it
   * has left the window.
   */
  void fail(long ticket);

  /** What is in the window now. */
  Tally tally();
}
