package shop.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One day of a comparison: a JVM of its own, whose lines are passed on under the column's title.
 */
final class Column implements AutoCloseable {
  private final String title;
  private final Path reportFile;
  private final Process process;
  private final Thread lines;

  Column(String title, List<String> jvmOptions, Options options, Path reports, PrintStream out)
      throws IOException {
    this.title = title;
    reportFile = reports.resolve(title + ".properties");
    process =
        Java.run(
                jvmOptions,
                Main.class,
                List.of(
                    "--orders", Integer.toString(options.orders()),
                    "--seed", Long.toString(options.seed()),
                    "--report", reportFile.toString()))
            .redirectErrorStream(true)
            .start();
    lines = new Thread(() -> passOn(out), title);
    lines.start();
  }

  String title() {
    return title;
  }

  /**
   * Waits for the end of the day.
   *
   * @throws IOException if the JVM failed
   */
  Report report() throws IOException, InterruptedException {
    int exit = process.waitFor();
    lines.join();
    if (exit != 0) {
      throw new IOException(title + ": exit code " + exit + " (expected: 0); it said why above");
    }
    return Report.read(reportFile);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(reportFile);
  }

  private void passOn(PrintStream out) {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.printf("%-13s | %s%n", title, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
