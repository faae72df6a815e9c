package cost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a POST that succeeds costs, with and without the agent, on the loopback interface:
 * pairs of JVMs, by turns with and without, and in each JVM rounds by turns bare and guarded.
 *
 * <p>Run with the program's class path, the agent's jar, a client and a number of pairs.
 */
public final class Cost {

  private final List<String> without;
  private final List<String> with;

  private Cost(String agent, String client) {
    without =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            Charging.class.getName(),
            client);
    with = new ArrayList<>(without);
    with.add(1, "-javaagent:" + agent);
    with.add(2, "-Dholdfast.log=error");
  }

  /** Takes the agent's jar, then a class of the package {@code clients}, then a number of pairs. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("usage: cost.Cost AGENT_JAR CLIENT PAIRS");
      System.exit(2);
    }
    Cost cost = new Cost(arguments[0], arguments[1]);
    int pairs = Integer.parseInt(arguments[2]);
    List<Double> bare = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> guarded = new ArrayList<>();
    List<Double> woven = new ArrayList<>();
    List<Double> guards = new ArrayList<>();
    List<Double> noise = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      boolean isWithFirst = pair % 2 == 1;
      double[] first = measure(isWithFirst ? cost.with : cost.without);
      double[] second = measure(isWithFirst ? cost.without : cost.with);
      double[] agent = isWithFirst ? first : second;
      double[] none = isWithFirst ? second : first;
      bare.add(none[0]);
      plain.add(agent[0]);
      guarded.add(agent[1]);
      noise.add(none[1] - none[0]);
      woven.add(agent[0] - none[0]);
      guards.add(agent[1] - agent[0]);
    }
    System.out.printf("%s, %d pairs of JVMs, microseconds, 95 %% bounds%n", arguments[1], pairs);
    print("without the agent, a call", bare);
    print("with the agent, a bare call", plain);
    print("with the agent, a guarded call", guarded);
    print("with and without the agent, bare calls: difference", woven);
    print("with the agent, guarded and bare calls: difference", guards);
    print("without the agent, the same two methods: difference", noise);
  }

  @SuppressWarnings("SystemOut")
  private static void print(String what, List<Double> nanos) {
    Sample sample = Sample.of(nanos);
    System.out.printf("%-52s %8.2f +- %.2f%n", what, sample.mean() / 1000, sample.bound() / 1000);
  }

  private static double[] measure(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("ended with " + process.exitValue() + ": " + command);
    }
    String[] numbers = printed.strip().split(" ");
    return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
  }
}
