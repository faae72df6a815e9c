package dev.holdfast.campaign;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes that are not our children as {@code kill -9} does. */
final class Killing {

  private static final long LONGEST_SECONDS = 30;
  private static final String WHEN_INPUT_ENDS = "read line; kill -9 $0";

  private Killing() {}

  /**
   * Sees to it that a process ends with this one, however this one ends.
   *
   * @return destroyed when that is wanted no longer
   */
  static Process togetherWithUs(long pid) throws IOException {
    return new ProcessBuilder("sh", "-c", WHEN_INPUT_ENDS, Long.toString(pid)).start();
  }

  /** Returns when it has ended. */
  static void kill(long pid) throws InterruptedException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return;
    }
    process.get().destroyForcibly();
    try {
      process.get().onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException alive) {
      throw new IllegalStateException("process " + pid + " does not end", alive);
    }
  }
}
