package shop.experiment;

import java.util.Locale;

/** A number that a day ends with; the rows of the table, in order. */
enum Figure {
  PLACED("orders placed"),
  TAKEN("  taken"),
  FAILED("  failed"),
  CHARGED_TWICE("charged twice"),
  CHARGED_BUT_FAILED("charged, yet told it failed"),
  TAKEN_BUT_NOT_CHARGED("taken, yet never charged"),
  DEGRADED("answered degraded"),
  CHARGED_LATER("  of these charged later"),
  LATENCY_P50("latency p50, ms"),
  LATENCY_P99("        p99, ms"),
  LATENCY_MAX("        max, ms"),
  PAYMENT_REQUESTS("requests to payment"),
  RECOMMENDATIONS_REQUESTS("         to recommendations"),
  STOCK_REQUESTS("         to stock");

  private final String label;

  Figure(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Its name in a report file. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
