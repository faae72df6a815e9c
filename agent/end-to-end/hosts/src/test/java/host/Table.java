package host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** The table of what was tried in which host, as the tests find it; {@code agent/docs/hosts.md}. */
final class Table {

  private static final Path FILE = Path.of(System.getProperty("holdfast.hosts.table"));
  private static final String HEAD = "| host | what was tried | result |\n|---|---|---|\n";

  private static final TreeSet<String> ROWS = new TreeSet<>();

  private Table() {}

  /** Adds a row; called when a test has found it so. */
  @SuppressWarnings("SystemOut")
  static synchronized void row(String host, String tried, String result) throws IOException {
    String row = "| " + host + " | " + tried + " | " + result + " |";
    System.out.println(row);
    ROWS.add(row);
    Files.writeString(FILE, HEAD + String.join("\n", ROWS) + "\n");
  }
}
