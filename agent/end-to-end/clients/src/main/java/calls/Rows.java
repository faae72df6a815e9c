package calls;

import calls.Trial.Row;
import clients.Client;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program: prints a line for each row of the table, with what was seen at both ends. */
public final class Rows {

  private Rows() {}

  /** Runs the rows of a client: its class. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Trial trial =
        new Trial(
            Class.forName("clients." + arguments[0])
                .asSubclass(Client.class)
                .getConstructor()
                .newInstance());
    Map<String, Row> rows = new TreeMap<>(KeyRows.all());
    rows.putAll(TimeRows.all());
    rows.putAll(JudgingRows.all());
    rows.putAll(FateRows.all());
    ExecutorService waiting = Executors.newCachedThreadPool();
    Map<String, Future<String>> waits = new TreeMap<>();
    // these mostly wait, so they do it side by side
    RetryAfterRows.all()
        .forEach((name, row) -> waits.put(name, waiting.submit(() -> of(trial, row))));
    for (Map.Entry<String, Future<String>> row : waits.entrySet()) {
      System.out.println(row.getKey() + " | " + row.getValue().get());
    }
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      System.out.println(row.getKey() + " | " + of(trial, row.getValue()));
    }
    System.exit(0);
  }

  /** A row that fails is one that the table shows. */
  private static String of(Trial trial, Row row) {
    try {
      return row.of(trial);
    } catch (Exception failure) {
      return "failed: " + failure;
    }
  }
}
