package wire.charges;

import java.util.List;
import java.util.function.Function;

/**
 * What the provider's ledger says, and what the customers were told.
 *
 * @param booked charges in all
 * @param once customers who were charged once
 * @param repeatedly customers who were charged more than once
 * @param never customers who were not charged
 * @param failed customers who got no answer, or a wrong one
 */
record Books(int requests, int booked, int once, int repeatedly, int never, int failed) {

  static Books parse(String ledger, int customers, int failed) {
    List<String> lines = ledger.lines().toList();
    List<Integer> charges =
        lines.stream()
            .skip(1)
            .map(line -> Integer.valueOf(line.substring(line.indexOf(' ') + 1)))
            .toList();
    int once = (int) charges.stream().filter(count -> count == 1).count();
    return new Books(
        Integer.parseInt(lines.get(0)),
        charges.stream().mapToInt(count -> count).sum(),
        once,
        charges.size() - once,
        customers - charges.size(),
        failed);
  }

  /** Whether so many customers were charged once each, and told so. */
  boolean isOnceEach(int customers) {
    return booked == customers && once == customers && failed == 0;
  }

  /**
   * A line for each figure.
   *
   * @param columns without the agent, and with it
   */
  static String table(List<Books> columns) {
    return "%-28s%15s%15s%n".formatted("", "without agent", "with agent")
        + row("requests", columns, Books::requests)
        + row("charges in the ledger", columns, Books::booked)
        + row("customers charged once", columns, Books::once)
        + row("  more than once", columns, Books::repeatedly)
        + row("  never", columns, Books::never)
        + row("  told that it failed", columns, Books::failed);
  }

  private static String row(String label, List<Books> columns, Function<Books, Integer> figure) {
    StringBuilder row = new StringBuilder("%-28s".formatted(label));
    columns.forEach(column -> row.append("%,15d".formatted(figure.apply(column))));
    return row.append(System.lineSeparator()).toString();
  }
}
