package dev.holdfast.campaign;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Starts a server again where it was. What the one before had may be taken for a moment: by its own
 * processes, which end after it, or its port by a connection that came from there.
 */
final class Restart {

  private static final int MOST_STARTS = 20;
  private static final long BETWEEN_STARTS_MILLIS = 250;

  private Restart() {}

  /** Starts it; tries that for some seconds. */
  static <T> T of(Start<T> start) throws IOException, InterruptedException {
    for (int starts = 1; ; starts++) {
      try {
        return start.server();
      } catch (IOException | IllegalStateException early) {
        if (starts == MOST_STARTS) {
          throw early;
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_STARTS_MILLIS);
      }
    }
  }

  /** One try. */
  @FunctionalInterface
  interface Start<T> {

    T server() throws IOException;
  }
}
