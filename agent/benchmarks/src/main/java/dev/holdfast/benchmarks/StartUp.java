package dev.holdfast.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much later a program that does nothing is done when it runs under the agent: both in turn,
 * each in a JVM of its own.
 */
public final class StartUp {

  private static final int RUNS = 15;
  private static final int WARM_UP = 2;

  private StartUp() {}

  /** The program that does nothing. */
  public static final class Nothing {

    private Nothing() {}

    /** Returns. */
    public static void main(String[] arguments) {}
  }

  /** Prints the medians; takes the {@code java} executables to use, else that of this JVM. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments)
      throws IOException, InterruptedException, URISyntaxException {
    String own = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    for (String java : arguments.length == 0 ? new String[] {own} : arguments) {
      measure(java);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void measure(String java)
      throws IOException, InterruptedException, URISyntaxException {
    double[] without = new double[RUNS];
    double[] with = new double[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      double bare = milliseconds(java, List.of());
      double woven = milliseconds(java, List.of("-javaagent:" + Main.agentJar()));
      if (run >= 0) {
        without[run] = bare;
        with[run] = woven;
      }
    }
    Arrays.sort(without);
    Arrays.sort(with);
    System.out.printf(
        "start-up of a do-nothing program, median of %d: %.0f ms without, %.0f ms with the agent:"
            + " %.0f ms later  (%s)%n",
        RUNS, without[RUNS / 2], with[RUNS / 2], with[RUNS / 2] - without[RUNS / 2], java);
  }

  private static double milliseconds(String java, List<String> options)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    command.addAll(List.of("-cp", ownJar(), Nothing.class.getName()));
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    long ended = System.nanoTime();
    if (exit != 0) {
      throw new IOException("exit code: " + exit + " (expected: 0) of " + command);
    }
    return (ended - begun) / 1e6;
  }

  private static String ownJar() throws URISyntaxException {
    return new File(StartUp.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getPath();
  }
}
