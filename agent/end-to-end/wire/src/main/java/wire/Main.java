package wire;

import java.io.IOException;
import java.util.Map;
import wire.charges.LostResponses;
import wire.hops.Hops;
import wire.patience.RetryAfter;

/**
 * {@code java -jar wire.jar retry-after [CLIENTS] | lost-responses [CHARGES] | hops [CALLS]}: runs
 * an experiment without the agent and with it, each part in a JVM of its own, and prints both side
 * by side. Exit code 0 if the agent did as promised, 1 if not, 2 for usage.
 */
public final class Main {

  private static final String USAGE =
      "usage: wire.jar retry-after [CLIENTS] | lost-responses [CHARGES] | hops [CALLS]";

  private static final Map<String, Command> COMMANDS =
      Map.of(
          "retry-after", new Command(new RetryAfter(), 200),
          "lost-responses", new Command(new LostResponses(), 10_000),
          "hops", new Command(new Hops(), 1_000));

  private Main() {}

  /** Runs and prints. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Command command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    boolean isSized = arguments.length == 2 && arguments[1].matches("[1-9]\\d{0,5}");
    if (command == null || (arguments.length > 1 && !isSized)) {
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    int size = isSized ? Integer.parseInt(arguments[1]) : command.size();
    Finding finding = command.experiment().run(size);
    System.out.print(finding.text());
    System.exit(finding.isAsPromised() ? 0 : 1);
  }

  private record Command(Experiment experiment, int size) {}
}
