package dev.holdfast.campaign;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Programs of this jar, each in a JVM of its own under the agent. */
final class Program {

  private Program() {}

  /**
   * How a program is begun.
   *
   * @param settings of the JVM
   */
  static ProcessBuilder of(
      Class<?> main, String store, List<String> settings, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-javaagent:" + agent()));
    command.add("-Dholdfast.store=" + store);
    command.addAll(settings);
    command.addAll(List.of("-cp", place(Program.class).toString(), main.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /**
   * Runs one to its end.
   *
   * @return what it printed
   * @throws IOException if it did not end well
   */
  static List<String> run(Class<?> main, String store, String... arguments)
      throws IOException, InterruptedException {
    Process process = of(main, store, List.of("-Xmx512m"), arguments).start();
    List<String> printed = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " did not end well: " + printed);
    }
    return printed;
  }

  /** The agent's jar. */
  static Path agent() {
    String jar = System.getProperty("holdfast.agent.jar");
    if (jar == null) {
      throw new IllegalStateException(
          "holdfast.agent.jar: not set (expected: the agent's jar). Set -Dholdfast.agent.jar.");
    }
    return Path.of(jar).toAbsolutePath().normalize();
  }

  /** The jar or folder that holds a class. */
  static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
