package shop.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Runs a day of the shop, or compares two. */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  /**
   * Prints progress and results; exits 2 with one message if the command line is wrong, 1 if a JVM
   * or a file failed.
   *
   * @param arguments {@code --help} explains them
   */
  public static void main(String... arguments) throws InterruptedException, ExecutionException {
    try {
      run(Options.parse(arguments), System.out);
    } catch (UsageException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(WRONG_USE);
    } catch (IOException failed) {
      System.err.println(failed);
      System.exit(FAILED);
    }
  }

  private static void run(Options options, PrintStream out)
      throws UsageException, IOException, InterruptedException, ExecutionException {
    if (options.isHelp()) {
      out.print(Options.HELP);
    } else if (options.isComparison()) {
      new Comparison(options, out).run();
    } else {
      report(
          options.instances() > 0 ? runInstances(options, out) : runDay(options, out),
          options,
          out);
    }
  }

  private static Report runInstances(Options options, PrintStream out)
      throws UsageException, IOException, InterruptedException, ExecutionException {
    Fleet fleet =
        new Fleet(
            options.instances(),
            options.store().orElseThrow(),
            AgentJar.of(options),
            UUID.randomUUID());
    return new KilledDay(new Timetable(options.orders()), options.seed(), fleet).run(out);
  }

  private static Report runDay(Options options, PrintStream out)
      throws IOException, InterruptedException, ExecutionException {
    return new BusinessDay(new Timetable(options.orders()), options.seed()).run(out);
  }

  private static void report(Report report, Options options, PrintStream out) throws IOException {
    if (options.report().isPresent()) {
      Path file = options.report().get();
      report.write(file);
    } else {
      out.println();
      Table.of(Map.of("this day", report)).forEach(out::println);
    }
  }
}
