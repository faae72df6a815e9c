package host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server that its own script starts as its users do; ended with its JVM when closed. */
final class Server implements AutoCloseable {

  private static final long TIMEOUT_SECONDS = 180;

  private final Process script;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Queue<String> printed = new ConcurrentLinkedQueue<>();

  private Server(Process script) {
    this.script = script;
    Thread reader = new Thread(this::read, "server-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts it.
   *
   * @param environment which the script reads beside this one's
   */
  static Server start(List<String> command, Map<String, String> environment, Path folder)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).environment().putAll(environment);
    builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    return new Server(builder.start());
  }

  /** Waits for a line that holds that text, of those that nobody waited for yet. */
  String await(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (true) {
      String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new IOException(
            "no line with \"" + text + "\" within " + TIMEOUT_SECONDS + " s:\n" + printed());
      }
      if (line.contains(text)) {
        return line;
      }
    }
  }

  /** All that it printed so far, errors included. */
  String printed() {
    return String.join("\n", printed);
  }

  /** The number of its JVM's process, which the script started. */
  long pid() throws IOException {
    return script
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .mapToLong(ProcessHandle::pid)
        .findFirst()
        .orElseThrow(() -> new IOException("no JVM below " + script.info() + ":\n" + printed()));
  }

  @Override
  public void close() {
    List<ProcessHandle> all = script.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    script.destroyForcibly().onExit().join();
    all.forEach(process -> process.onExit().join());
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
      out.lines()
          .forEach(
              line -> {
                printed.add(line);
                lines.add(line);
              });
    } catch (IOException | UncheckedIOException closed) {
      // The server was ended: there is nothing more to read.
      return;
    }
  }
}
