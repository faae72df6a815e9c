package shop.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
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
      runDay(options, out);
    }
  }

  private static void runDay(Options options, PrintStream out)
      throws IOException, InterruptedException, ExecutionException {
    Timetable timetable = new Timetable(options.orders());
    Report report = new BusinessDay(timetable, options.seed()).run(out);
    if (options.report().isPresent()) {
      Path file = options.report().get();
      report.write(file);
    } else {
      out.println();
      Table.of(Map.of("this day", report)).forEach(out::println);
    }
  }
}
