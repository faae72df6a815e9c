package dev.holdfast.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program that runs while a test talks to it by lines; killed when closed. */
public final class LiveJvm implements AutoCloseable {

  private static final long TIMEOUT_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();

  LiveJvm(Process process) {
    this.process = process;
    read(process.getInputStream(), lines::add);
    read(process.getErrorStream(), errors::add);
  }

  /** The number of the process. */
  public long pid() {
    return process.pid();
  }

  /** Writes a line to the program and returns the next line that it prints. */
  public String ask(String line) throws IOException, InterruptedException {
    OutputStream in = process.getOutputStream();
    in.write((line + '\n').getBytes(StandardCharsets.UTF_8));
    in.flush();
    return next();
  }

  /** The next line that the program prints; what the JVM itself warns about is left out. */
  public String next() throws IOException, InterruptedException {
    while (true) {
      String line = lines.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new IOException("no line within " + TIMEOUT_SECONDS + " s; stderr:\n" + errors());
      }
      if (!line.startsWith("OpenJDK ")) {
        return line;
      }
    }
  }

  /** What the program wrote to stderr so far. */
  public String errors() {
    return String.join("\n", errors);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static void read(InputStream stream, Consumer<String> taker) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader text =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                text.lines().forEach(taker);
              } catch (IOException | UncheckedIOException closed) {
                // The process was killed: there is nothing more to read.
                return;
              }
            },
            "live-jvm-reader");
    reader.setDaemon(true);
    reader.start();
  }
}
