package dev.holdfast.store.h2;

import java.time.Duration;

/** Durations as they are added to moments. */
final class Millis {

  /** A thousand years: two of them, added to now, are still a moment. */
  private static final Duration LONGEST = Duration.ofDays(365_000);

  private Millis() {}

  /** Whole milliseconds, at least one. */
  static long of(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? Math.max(1, duration.toMillis()) : LONGEST.toMillis();
  }
}
