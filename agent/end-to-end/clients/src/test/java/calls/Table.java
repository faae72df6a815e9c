package calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The table client x row, as the tests find it: printed, and written beside the programs. */
final class Table {

  private static final Path FILE = Path.of(System.getProperty("holdfast.clients"), "clients.md");

  private static final TreeMap<String, Map<String, String>> CLIENTS = new TreeMap<>();

  private Table() {}

  /** Adds the column of a client. */
  @SuppressWarnings("SystemOut")
  static synchronized void add(String client, Map<String, String> rows) throws IOException {
    CLIENTS.put(client, Map.copyOf(rows));
    TreeSet<String> names = new TreeSet<>();
    CLIENTS.values().forEach(column -> names.addAll(column.keySet()));
    StringBuilder table = new StringBuilder("| |");
    CLIENTS.keySet().forEach(name -> table.append(' ').append(name).append(" |"));
    table.append("\n|---|").append("---|".repeat(CLIENTS.size())).append('\n');
    for (String name : names) {
      table.append("| ").append(name).append(" |");
      CLIENTS
          .values()
          .forEach(column -> table.append(' ').append(column.getOrDefault(name, "-")).append(" |"));
      table.append('\n');
    }
    System.out.println(table);
    Files.writeString(FILE, table);
  }
}
