package dev.holdfast.core.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/**
 * Durations as people write them, in annotations and in keys: {@code 250ms}, {@code 2s}, {@code
 * 1.5s}, {@code 5m}, {@code 24h}, {@code 0}, and ISO-8601 as {@link Duration#parse} reads it.
 *
 * <p>What is longer than 292 years, the most that fits a {@code long} of nanoseconds, saturates
 * there. Negative durations are no durations. No regular expression is used: this runs while the
 * JVM starts.
 */
public final class DurationText {

  /** What saturated durations are. */
  public static final Duration MAX = Duration.ofNanos(Long.MAX_VALUE);

  /** What to tell who wrote no duration. */
  public static final String EXPECTED = "a duration such as 250ms, 1.5s, 5m or 24h";

  private static final BigDecimal MAX_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

  private DurationText() {}

  /** The duration that the text writes; empty if it writes none. */
  public static Optional<Duration> parse(String text) {
    String trimmed = text.trim();
    if (trimmed.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (trimmed.startsWith("P") || trimmed.startsWith("p")) {
      return parseIso(trimmed);
    }
    int end = numberEnd(trimmed);
    long unitNanos = unitNanos(trimmed.substring(end));
    if (end == 0 || unitNanos == 0) {
      return Optional.empty();
    }
    BigDecimal nanos =
        new BigDecimal(trimmed.substring(0, end)).multiply(BigDecimal.valueOf(unitNanos));
    return Optional.of(
        nanos.compareTo(MAX_NANOS) >= 0
            ? MAX
            : Duration.ofNanos(nanos.setScale(0, RoundingMode.UP).longValueExact()));
  }

  private static Optional<Duration> parseIso(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative()) {
        return Optional.empty();
      }
      return Optional.of(duration.compareTo(MAX) > 0 ? MAX : duration);
    } catch (DateTimeException unreadable) {
      boolean isTooLong =
          unreadable.getCause() instanceof ArithmeticException && text.indexOf('-') < 0;
      return isTooLong ? Optional.of(MAX) : Optional.empty();
    }
  }

  /** Where the number ends that the text starts with: digits with at most one dot between them. */
  private static int numberEnd(String text) {
    int at = 0;
    boolean hasDot = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean isDot = c == '.' && !hasDot && at > 0 && isDigit(text, at + 1);
      if (!isDot && !isDigit(text, at)) {
        return at;
      }
      hasDot |= isDot;
      at++;
    }
    return at;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static long unitNanos(String unit) {
    return switch (unit) {
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0L;
    };
  }
}
