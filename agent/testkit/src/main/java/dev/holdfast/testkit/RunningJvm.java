package dev.holdfast.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that goes on running in a JVM of its own until it is closed; what it prints, errors
 * included, can be waited for and read at any time.
 */
public final class RunningJvm implements AutoCloseable {

  private static final long TIMEOUT_SECONDS = 120;

  private final Process process;
  private final StringBuilder printed = new StringBuilder();
  private final CompletableFuture<Matcher> found = new CompletableFuture<>();

  private RunningJvm(Process process) {
    this.process = process;
  }

  /**
   * Starts a program and waits until it is ready.
   *
   * @param ready is found in a line that the program prints when it is ready
   * @throws IOException if it ends before that, or has not printed it after 120 s; the message
   *     holds all that it printed
   */
  static RunningJvm start(List<String> command, Pattern ready)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    RunningJvm running = new RunningJvm(process);
    Thread reader = new Thread(() -> running.read(process.getInputStream(), ready), "printed");
    reader.setDaemon(true);
    reader.start();
    running.await();
    return running;
  }

  /** Where the line of readiness matched. */
  public Matcher ready() {
    return found.join();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** All that it printed so far. */
  public String printed() {
    synchronized (printed) {
      return printed.toString();
    }
  }

  /**
   * Waits until it has printed that.
   *
   * @throws IOException if it has not within 120 s; the message holds all that it printed
   */
  public void await(String text) throws IOException, InterruptedException {
    long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    synchronized (printed) {
      while (printed.indexOf(text) < 0) {
        long leftNanos = untilNanos - System.nanoTime();
        if (leftNanos <= 0) {
          throw new IOException("not printed: " + text + "\n" + printed);
        }
        TimeUnit.NANOSECONDS.timedWait(printed, leftNanos);
      }
    }
  }

  /** Ends the program. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void read(InputStream stream, Pattern ready) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (printed) {
          printed.append(line).append('\n');
          printed.notifyAll();
        }
        Matcher matcher = ready.matcher(line);
        if (!found.isDone() && matcher.find()) {
          found.complete(matcher);
        }
      }
      found.completeExceptionally(new IOException("the program has ended"));
    } catch (IOException closed) {
      found.completeExceptionally(closed);
    }
  }

  private void await() throws IOException, InterruptedException {
    try {
      found.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException notReady) {
      close();
      throw new IOException("not ready: " + process.info() + "\n" + printed(), notReady);
    }
  }
}
