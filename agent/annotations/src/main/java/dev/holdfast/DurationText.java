package dev.holdfast;

import java.time.Duration;
import java.util.Locale;

/**
 * Durations as messages show them: {@code 35 ms}, {@code 4.2 s}, rounded to the nearest.
 *
 * <p>Public, because a program that carries these classes itself may have some of them from its own
 * loader, and others, which it loads after the agent has come, from the boot loader.
 */
public final class DurationText {

  private static final long MICROS = 1_000;
  private static final long NEARLY_A_SECOND_MICROS = 999_500;

  private DurationText() {}

  /**
   * The text.
   *
   * @param duration of any length, not negative
   */
  public static String of(Duration duration) {
    if (duration.getSeconds() == 0 && duration.toNanos() / MICROS < NEARLY_A_SECOND_MICROS) {
      return (duration.toNanos() / MICROS + MICROS / 2) / MICROS + " ms";
    }
    return String.format(Locale.ROOT, "%.1f s", duration.getSeconds() + duration.getNano() / 1e9);
  }
}
