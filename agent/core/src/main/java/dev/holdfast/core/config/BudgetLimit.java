package dev.holdfast.core.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many retries a budget lets through: a share of the calls begun lately and a number a second
 * besides, written {@code 20%+10/s}, {@code 20%}, {@code 10/s} or {@code off}.
 *
 * @param percent of the calls, 0 to 100
 * @param perSecond retries a second besides, 0 or more
 * @param isOff whether every retry is let through
 */
public record BudgetLimit(double percent, double perSecond, boolean isOff) {

  /** What is in force where nobody says otherwise. */
  public static final BudgetLimit DEFAULT = new BudgetLimit(20, 10, false);

  /** No limit. */
  public static final BudgetLimit OFF = new BudgetLimit(0, 0, true);

  /** What to tell who wrote no budget. */
  public static final String EXPECTED = "a share of the calls and a rate, such as 20%+10/s, or off";

  private static final String RATE = "/s";

  public BudgetLimit {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("percent: " + percent + " (expected: >= 0 and <= 100)");
    }
    if (!(perSecond >= 0)) {
      throw new IllegalArgumentException("perSecond: " + perSecond + " (expected: >= 0)");
    }
  }

  /** The limit that the text writes; empty if it writes none. */
  public static Optional<BudgetLimit> parse(String text) {
    String trimmed = text.trim();
    if (trimmed.equalsIgnoreCase("off")) {
      return Optional.of(OFF);
    }
    int plus = trimmed.indexOf('+');
    if (plus >= 0) {
      return of(trimmed.substring(0, plus).trim(), trimmed.substring(plus + 1).trim());
    }
    return trimmed.endsWith(RATE) ? of("0%", trimmed) : of(trimmed, "0/s");
  }

  private static Optional<BudgetLimit> of(String share, String rate) {
    if (!share.endsWith("%") || !rate.endsWith(RATE)) {
      return Optional.empty();
    }
    try {
      double percent = number(share.substring(0, share.length() - 1));
      double perSecond = number(rate.substring(0, rate.length() - RATE.length()));
      return Optional.of(new BudgetLimit(percent, perSecond, false));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static double number(String text) {
    return new BigDecimal(text.trim()).doubleValue();
  }
}
