package dev.holdfast.core.store.blocking;

import java.time.Duration;

/**
 * How often a step is tried, and how long its answer is waited for.
 *
 * @param tries at most, at once after each other while the store is not known to be away
 * @param longest how long it is tried further after that, with growing delays
 * @param afterwards how long one that may have got through is tried further although nobody waits
 *     for it any more
 */
record Patience(int tries, Duration longest, Duration afterwards) {

  /** How long one try may take. */
  private static final long TRY_NANOS = 5_000_000_000L;

  /** Once more, because the first connection may have been a stale one. */
  static final Patience SHORT = new Patience(2, Duration.ZERO, Duration.ZERO);

  /** What was claimed for nobody is to be given back, and not to be held for a whole lease. */
  static final Patience CLAIM = new Patience(2, Duration.ZERO, Duration.ofMinutes(1));

  /** For a minute: what has happened should not be lost because a server is started anew. */
  static final Patience LONG = new Patience(2, Duration.ofMinutes(1), Duration.ZERO);

  /** After so long there is an answer, be it that there was none. */
  long limitNanos() {
    return longest.toNanos() + TRY_NANOS;
  }
}
