package dev.holdfast.core.time;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Durations as messages show them: {@code 35 ms}, {@code 4.2 s}. */
public final class DurationWords {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private DurationWords() {}

  /** Below a second in whole milliseconds, else in seconds with one decimal; to the nearest. */
  public static String of(long nanos) {
    return nanos < SECOND - MILLI / 2
        ? (nanos + MILLI / 2) / MILLI + " ms"
        : String.format(Locale.ROOT, "%.1f s", nanos / (double) SECOND);
  }
}
