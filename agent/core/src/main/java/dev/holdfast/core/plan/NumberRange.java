package dev.holdfast.core.plan;

import java.math.BigDecimal;

/**
 * A range of numbers, both ends included, and how messages name it.
 *
 * @param least {@link Double#MIN_VALUE} stands for "above 0"
 * @param most {@link Integer#MAX_VALUE} and more stand for "no limit"
 */
record NumberRange(double least, double most) {

  /** {@code >= 1}, {@code >= 0 and <= 100}, {@code > 0 and <= 100}. */
  String expected() {
    String lower = least == Double.MIN_VALUE ? "> 0" : ">= " + plain(least);
    return hasMost() ? lower + " and <= " + plain(most) : lower;
  }

  String remedy(double number) {
    if (number > most) {
      return "Set at most " + plain(most);
    }
    return least == Double.MIN_VALUE ? "Set more than 0" : "Set at least " + plain(least);
  }

  /** False for NaN. */
  boolean includes(double number) {
    return number >= least && number <= most;
  }

  private boolean hasMost() {
    return most < Integer.MAX_VALUE;
  }

  private static String plain(double number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
