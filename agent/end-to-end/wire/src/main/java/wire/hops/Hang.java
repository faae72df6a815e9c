package wire.hops;

import java.io.IOException;
import java.util.List;

/**
 * How long each of A, B and C waited for what hangs.
 *
 * @param status that the user was answered
 */
record Hang(int status, List<Long> waitedMillis) {

  /** Half of what it hangs: enough for a machine that is busy, and far from waiting for the end. */
  private static final long LIMIT_MILLIS = 2_500;

  Hang {
    waitedMillis = List.copyOf(waitedMillis);
  }

  static Hang of(Chain chain) throws IOException, InterruptedException {
    int status = chain.ask(Service.HANG).statusCode();
    return new Hang(status, chain.waitedMillis());
  }

  boolean isCutEverywhere() {
    return status == 504
        && waitedMillis.stream().allMatch(millis -> millis > 0 && millis < LIMIT_MILLIS);
  }

  /**
   * A line for each service.
   *
   * @param hangs without the agent, and with it
   */
  static String table(List<Hang> hangs) {
    StringBuilder lines =
        new StringBuilder("%-28s%15s%15s%n".formatted("", "without agent", "with agent"));
    for (int service = 0; service < 3; service++) {
      lines.append("%-28s".formatted((char) ('A' + service)));
      for (Hang hang : hangs) {
        lines.append("%,15d".formatted(hang.waitedMillis.get(service)));
      }
      lines.append(System.lineSeparator());
    }
    lines.append("%-28s".formatted("the user is answered"));
    hangs.forEach(hang -> lines.append("%15d".formatted(hang.status)));
    return lines.append(System.lineSeparator()).toString();
  }
}
