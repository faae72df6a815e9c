package wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A part of an experiment in a JVM of its own, killed when this is closed. */
public final class Jvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;

  private Jvm(Process process) {
    this.process = process;
    lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a main class of this program.
   *
   * @param options of the JVM
   * @throws IOException also if there is no agent where one is needed
   */
  public static Jvm start(Side side, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dsun.net.httpserver.nodelay=true");
    if (side == Side.WITH_AGENT) {
      command.add("-javaagent:" + agent());
      command.add("-Dholdfast.log=error");
    }
    command.addAll(options);
    command.add("-cp");
    command.add(program().toString());
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new Jvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * The next line that it prints.
   *
   * @throws IOException if it has ended
   */
  public String next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("a JVM has ended before its time: " + process.info());
    }
    return line;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** {@code -Dholdfast.agent.jar}, else the one that the project has built. */
  private static Path agent() throws IOException {
    String named = System.getProperty("holdfast.agent.jar");
    Path agent =
        named == null
            ? program().resolveSibling("../../../target/holdfast-agent.jar").normalize()
            : Path.of(named);
    if (!Files.isRegularFile(agent)) {
      throw new IOException(
          agent + ": not there (expected: the agent's jar). Build it with mvn package.");
    }
    return agent;
  }

  private static Path program() {
    try {
      return Path.of(Jvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program does not run from a file", e);
    }
  }
}
