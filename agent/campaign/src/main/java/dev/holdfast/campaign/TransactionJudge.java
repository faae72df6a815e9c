package dev.holdfast.campaign;

import dev.holdfast.campaign.child.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what callers were told with what is in the database.
 *
 * @param effects that are there, by key
 * @param results that callers had committed, by key
 */
record TransactionJudge(
    Map<String, Set<String>> effects, Map<String, Set<String>> results, int calls, int refused) {

  private static final String REFUSED = "!";
  private static final String EFFECT = "effect=";

  /** All keys that anybody was told about or that have an effect. */
  static Set<String> keys(TransactionServer server, Path folder) throws IOException, SQLException {
    TransactionJudge now = read(server, folder);
    Set<String> keys = new TreeSet<>(now.effects.keySet());
    keys.addAll(now.results.keySet());
    return keys;
  }

  static TransactionJudge read(TransactionServer server, Path folder)
      throws IOException, SQLException {
    Map<String, Set<String>> results = new HashMap<>();
    int calls = 0;
    int refused = 0;
    try (BufferedReader answers = Files.newBufferedReader(folder.resolve("answers"))) {
      for (String read = answers.readLine(); read != null; read = answers.readLine()) {
        String line = Journal.line(read).orElse("");
        if (line.isEmpty()) {
          continue;
        }
        calls++;
        if (line.startsWith(REFUSED)) {
          refused++;
        } else {
          int space = line.indexOf(' ');
          results
              .computeIfAbsent(line.substring(0, space), key -> new HashSet<>())
              .add(line.substring(space + 1));
        }
      }
    }
    return new TransactionJudge(effects(server), results, calls, refused);
  }

  private static Map<String, Set<String>> effects(TransactionServer server) throws SQLException {
    Map<String, Set<String>> effects = new HashMap<>();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select paid, id from effect")) {
      while (row.next()) {
        effects.computeIfAbsent(row.getString(1), key -> new HashSet<>()).add(row.getString(2));
      }
    }
    return effects;
  }

  TransactionVerdict verdict(String database, int kills) {
    int twice = (int) effects.values().stream().filter(ids -> ids.size() > 1).count();
    int lost = 0;
    for (Map.Entry<String, Set<String>> told : results.entrySet()) {
      Set<String> there = effects.getOrDefault(told.getKey(), Set.of());
      lost += told.getValue().stream().allMatch(result -> there.contains(effect(result))) ? 0 : 1;
    }
    int differing = (int) results.values().stream().filter(told -> told.size() > 1).count();
    int stuck = (int) effects.keySet().stream().filter(key -> !results.containsKey(key)).count();
    int sum = effects.values().stream().mapToInt(Set::size).sum();
    return new TransactionVerdict(
        database, kills, calls, refused, sum, twice, lost, differing, stuck);
  }

  /** The effect that a result tells of. */
  private static String effect(String result) {
    int begin = result.indexOf(EFFECT) + EFFECT.length();
    return result.substring(begin, result.indexOf(',', begin));
  }
}
