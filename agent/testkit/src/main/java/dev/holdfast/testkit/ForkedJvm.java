package dev.holdfast.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program in a JVM of its own, with or without the agent; immutable, each {@code with} answers
 * another one.
 *
 * @param options of the JVM
 * @param classPath of the program
 */
public record ForkedJvm(Jdk jdk, List<String> options, List<Path> classPath) {

  private static final long TIMEOUT_SECONDS = 120;

  public ForkedJvm {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
  }

  /** A JVM without options. */
  public static ForkedJvm of(Jdk jdk) {
    return new ForkedJvm(jdk, List.of(), List.of());
  }

  /** The agent jar that users get, as the build made it: {@code -Dholdfast.agent.jar}. */
  public static Path agentJar() {
    String named = System.getProperty("holdfast.agent.jar");
    if (named == null) {
      throw new IllegalStateException(
          "holdfast.agent.jar: not set (expected: the agent's jar). Run by Maven's verify.");
    }
    return Path.of(named).normalize();
  }

  /** The same under the agent. */
  public ForkedJvm withAgent() {
    return withOptions("-javaagent:" + agentJar());
  }

  /** The same with more options. */
  public ForkedJvm withOptions(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new ForkedJvm(jdk, all, classPath);
  }

  /** The same with more on its class path. */
  public ForkedJvm withClassPath(Path... more) {
    List<Path> all = new ArrayList<>(classPath);
    all.addAll(List.of(more));
    return new ForkedJvm(jdk, options, all);
  }

  /** Runs a program to its end. */
  public Result run(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    return run(command(mainClass, arguments));
  }

  /** Starts a program that runs until it is closed. */
  public LiveJvm start(String mainClass, String... arguments) throws IOException {
    return new LiveJvm(new ProcessBuilder(command(mainClass, arguments)).start());
  }

  private List<String> command(String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(options);
    if (!classPath.isEmpty()) {
      command.add("-cp");
      command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    }
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a jar to its end. */
  public Result runJar(Path jar, String... arguments) throws IOException, InterruptedException {
    return run(ofJar(jar, arguments));
  }

  /**
   * Starts a jar that goes on running, and waits until it is ready.
   *
   * @param ready is found in a line that it prints when it is ready
   */
  public RunningJvm startJar(Path jar, Pattern ready, String... arguments)
      throws IOException, InterruptedException {
    return RunningJvm.start(ofJar(jar, arguments), ready);
  }

  private List<String> ofJar(Path jar, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(options);
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Result run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process, false));
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process, true));
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(
          "still running after " + TIMEOUT_SECONDS + " s: " + command + "\n" + err.join());
    }
    return new Result(process.exitValue(), out.join(), err.join());
  }

  private static String text(Process process, boolean isError) {
    try (var stream = isError ? process.getErrorStream() : process.getInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException closed) {
      return "";
    }
  }

  /** What came of a program: its exit code and what it printed. */
  public record Result(int exitCode, String out, String err) {}
}
