package dev.holdfast.campaign;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes that are not our children as {@code kill -9} does. */
final class Killing {

  private static final long LONGEST_SECONDS = 30;

  private Killing() {}

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
