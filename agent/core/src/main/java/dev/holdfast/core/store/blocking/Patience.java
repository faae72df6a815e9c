package dev.holdfast.core.store.blocking;

import java.time.Duration;

/**
 * How often a step is tried.
 *
 * @param tries at most, at once after each other while the store is not known to be away
 * @param longest how long it is tried further after that, with growing delays
 */
record Patience(int tries, Duration longest) {

  /** Once more, because the first connection may have been a stale one. */
  static final Patience SHORT = new Patience(2, Duration.ZERO);

  /** For a minute: what has happened should not be lost because a server is started anew. */
  static final Patience LONG = new Patience(2, Duration.ofMinutes(1));
}
