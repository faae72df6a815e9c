package shop.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same day twice, at the same time, in a JVM without the agent and in one with it. */
final class Comparison {
  private final Options options;
  private final PrintStream out;

  Comparison(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Runs both days and prints their reports side by side. */
  void run() throws IOException, InterruptedException, UsageException {
    String agentOption = "-javaagent:" + AgentJar.of(options);
    Path reports = Files.createTempDirectory("shop");
    try (Column without = new Column("without agent", List.of(), options, reports, out);
        Column with = new Column("with agent", List.of(agentOption), options, reports, out)) {
      Map<String, Report> columns = new LinkedHashMap<>();
      for (Column column : List.of(without, with)) {
        columns.put(column.title(), column.report());
      }
      out.printf("%nThe same jar, the same seed (%d):%n%n", options.seed());
      Table.of(columns).forEach(out::println);
    } finally {
      Files.deleteIfExists(reports);
    }
  }
}
