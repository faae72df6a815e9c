package dev.holdfast.campaign;

import dev.holdfast.campaign.child.Hammer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One JVM of the program that is killed. */
final class Child {

  private static final Pattern TOOK_OVER = Pattern.compile("runs again for key ([0-9a-f]{8})");

  /** What asks for each key of a long campaign has a lot to ask. */
  private static final int LONGEST_MINUTES = 40;

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread reader;
  private final Queue<String> printed = new ConcurrentLinkedQueue<>();

  /**
   * Reads what it prints.
   *
   * @param takenOver gets the short hashes of keys that it says it took over
   */
  Child(Process process, Set<String> takenOver) {
    this.process = process;
    reader = new Thread(() -> read(takenOver), "printed");
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits until its calls have begun. */
  void awaitReady() throws IOException {
    try {
      ready.orTimeout(60, TimeUnit.SECONDS).join();
    } catch (RuntimeException notReady) {
      throw new IOException("a child did not begin: " + printed, notReady);
    }
  }

  /**
   * Kills it, as {@code kill -9} does; returns when all that it printed is read, which a process
   * that is destroyed by itself, and not by its handle, throws away.
   */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
    reader.join();
  }

  /** Waits for its own end. */
  void awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("a child did not end well: " + printed);
    }
    reader.join();
  }

  private void read(Set<String> takenOver) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.add(line);
        Matcher matcher = TOOK_OVER.matcher(line);
        if (matcher.find()) {
          takenOver.add(matcher.group(1));
        }
        if (line.equals(Hammer.READY)) {
          ready.complete(null);
        }
      }
    } catch (IOException closed) {
      printed.add(closed.toString());
    }
    ready.completeExceptionally(new IOException("it has ended"));
  }
}
