package servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** What was found of which server: {@code target/servers.md}. */
final class Table {

  private static final Path FILE = Path.of(System.getProperty("holdfast.servers"), "servers.md");
  private static final String HEAD = "| server | row | found |\n|---|---|---|\n";

  private static final TreeSet<String> ROWS = new TreeSet<>();

  private Table() {}

  /** Adds a row; called when a test has found it so. */
  @SuppressWarnings("SystemOut")
  static synchronized void row(String server, String row, String found) throws IOException {
    String line = "| " + server + " | " + row + " | " + found + " |";
    System.out.println(line);
    ROWS.add(line);
    Files.writeString(FILE, HEAD + String.join("\n", ROWS) + "\n");
  }
}
