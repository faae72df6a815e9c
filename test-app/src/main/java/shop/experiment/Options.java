package shop.experiment;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The command line.
 *
 * @param orders how many customers come
 * @param seed of what the services do to them
 * @param isComparison whether two days are compared
 * @param instances how many JVMs serve the customers, and are killed now and then; 0: this one, and
 *     it is not
 * @param store what they share, a URL; empty where they are none
 * @param agent the agent jar of a comparison or of instances; empty: the one that the project built
 * @param report the file to write the figures to; empty: the table is printed
 * @param isHelp whether to explain the options and do nothing
 */
record Options(
    int orders,
    long seed,
    boolean isComparison,
    int instances,
    Optional<String> store,
    Optional<Path> agent,
    Optional<Path> report,
    boolean isHelp) {

  static final String HELP =
      """
      Usage: java -jar test-app.jar [options]

      Runs a day of a small shop whose services misbehave, and prints how it went.

        --orders N      orders that arrive, 20 a second; 1 to 2000 (default: 400)
        --seed N        of what the services do to them (default: 17)
        --compare       run the day twice, without and with the agent, side by side
        --instances N   serve the customers in N JVMs with the agent, 2 to 9, one of which is
                        killed (kill -9) every second or so and started again
        --store URL     what these share: jdbc:postgresql://HOST/DATABASE, redis://HOST
        --agent PATH    the agent jar for --compare and --instances (default: the one this
                        project built)
        --report FILE   write the figures to FILE as properties, not as a table
        --help          print this
      """;

  private static final int MOST_ORDERS = 2_000;
  private static final int FEWEST_INSTANCES = 2;
  private static final int MOST_INSTANCES = 9;

  static Options parse(String... arguments) throws UsageException {
    int orders = 400;
    long seed = 17;
    boolean isComparison = false;
    boolean isHelp = false;
    int instances = 0;
    Optional<String> store = Optional.empty();
    Optional<Path> agent = Optional.empty();
    Optional<Path> report = Optional.empty();
    Queue<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--orders" -> orders = (int) number(option, rest, 1, MOST_ORDERS);
        case "--seed" -> seed = number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
        case "--compare" -> isComparison = true;
        case "--instances" ->
            instances = (int) number(option, rest, FEWEST_INSTANCES, MOST_INSTANCES);
        case "--store" -> store = Optional.of(value(option, rest, "a URL"));
        case "--agent" -> agent = Optional.of(path(option, rest));
        case "--report" -> report = Optional.of(path(option, rest));
        case "--help" -> isHelp = true;
        default ->
            throw new UsageException(
                "unknown option: "
                    + option
                    + " (expected: --orders, --seed, --compare, --instances, --store, --agent, --report or"
                    + " --help)");
      }
    }
    Options options =
        new Options(orders, seed, isComparison, instances, store, agent, report, isHelp);
    options.requireSense();
    return options;
  }

  private void requireSense() throws UsageException {
    if (agent.isPresent() && !isComparison && instances == 0) {
      throw new UsageException(
          "--agent without --compare. Add --compare, or start the shop with -javaagent:PATH.");
    }
    if (report.isPresent() && isComparison) {
      throw new UsageException("--report with --compare (expected: one of them).");
    }
    if (instances > 0 && isComparison) {
      throw new UsageException("--instances with --compare (expected: one of them).");
    }
    if (store.isPresent() != instances > 0) {
      throw new UsageException(
          "--instances and --store belong together. Name the store that all instances share.");
    }
  }

  private static long number(String option, Queue<String> rest, long least, long most)
      throws UsageException {
    String expected = "a whole number from " + least + " to " + most;
    String value = value(option, rest, expected);
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // The message below says what was expected.
    }
    throw new UsageException(option + ": " + value + " (expected: " + expected + ")");
  }

  private static Path path(String option, Queue<String> rest) throws UsageException {
    return Path.of(value(option, rest, "a path"));
  }

  private static String value(String option, Queue<String> rest, String expected)
      throws UsageException {
    String value = rest.poll();
    if (value == null) {
      throw new UsageException(option + ": nothing (expected: " + expected + ")");
    }
    return value;
  }
}
