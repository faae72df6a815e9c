package servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found of which server: {@code target/servers.md}. */
final class Table {

  private static final Path FILE = Path.of(System.getProperty("holdfast.servers"), "servers.md");

  private static final SortedSet<String> SERVERS = new TreeSet<>();
  private static final SortedMap<String, SortedSet<String>> ROWS = new TreeMap<>();

  private Table() {}

  /** Adds what a test has found so. */
  static synchronized void found(String server, String row, String what) throws IOException {
    SERVERS.add(server);
    ROWS.computeIfAbsent("| " + row + " | " + what + " |", none -> new TreeSet<>()).add(server);
    Files.write(FILE, lines());
  }

  /** The table so far, a line for each row. */
  static synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| row | found |" + cells(SERVERS, " %s |"));
    lines.add("|---|---|" + "---|".repeat(SERVERS.size()));
    ROWS.forEach((row, servers) -> lines.add(row + cells(servers, " yes |")));
    return lines;
  }

  private static String cells(SortedSet<String> servers, String cell) {
    return SERVERS.stream()
        .map(server -> servers.contains(server) ? cell.formatted(server) : " |")
        .collect(Collectors.joining());
  }
}
