package dev.holdfast.core.policy.breaker;

import java.time.Duration;

/** Durations as nanoseconds that saturate: at most half of what a clock difference can hold. */
final class Nanos {

  /** About 146 years; two of them still add up without overflow. */
  static final long MOST = Long.MAX_VALUE / 2;

  private static final Duration LONGEST = Duration.ofNanos(MOST);

  private Nanos() {}

  static long of(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : MOST;
  }
}
