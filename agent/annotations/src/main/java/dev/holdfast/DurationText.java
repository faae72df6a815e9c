package dev.holdfast;

import java.time.Duration;
import java.util.Locale;

/** Durations as messages show them: {@code 35 ms}, {@code 4.2 s}. */
final class DurationText {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private DurationText() {}

  static String of(Duration duration) {
    return duration.compareTo(SECOND) < 0
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
