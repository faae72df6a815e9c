package host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table of what was tried in which host, as the tests find it; {@code agent/docs/hosts.md}. */
final class Table {

  private static final Path FILE = Path.of(System.getProperty("holdfast.hosts.table"));
  private static final String HEAD =
      "| host | what was tried | result | measured |\n|---|---|---|---|\n";

  private static final SortedMap<String, String> ROWS = new TreeMap<>();

  private Table() {}

  /** Adds a row; called when a test has found it so. */
  static void row(String host, String tried, String result) throws IOException {
    measured(host, tried, result, "");
  }

  /**
   * Adds a row with figures, which are others in each run.
   *
   * @param figures in words
   */
  @SuppressWarnings("SystemOut")
  static synchronized void measured(String host, String tried, String result, String figures)
      throws IOException {
    String row = "| " + host + " | " + tried + " | " + result + " | ";
    System.out.println(row + figures);
    ROWS.put(row, figures);
    StringBuilder table = new StringBuilder(HEAD);
    ROWS.forEach(
        (fixed, measured) ->
            table.append(fixed).append(measured).append(measured.isEmpty() ? "|\n" : " |\n"));
    Files.writeString(FILE, table.toString());
  }

  /** All rows so far, without their figures. */
  static synchronized List<String> rows() {
    return List.copyOf(ROWS.keySet());
  }
}
