package dev.holdfast.core.store.transaction;

import dev.holdfast.core.time.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whose turn it is to remove what is over from one table: that of one call a minute, and of the
 * next one too while there is more of it.
 */
final class Sweeping {

  /** Few, because the application's transaction waits for it. */
  static final int BATCH = 100;

  private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

  private final Time time;
  private final AtomicLong dueNanos;

  Sweeping(Time time) {
    this.time = time;
    dueNanos = new AtomicLong(time.nanoTime() + INTERVAL_NANOS);
  }

  /** Whether it is the caller's turn; then it is nobody else's for a minute. */
  boolean isDue() {
    long due = dueNanos.get();
    long now = time.nanoTime();
    return now - due >= 0 && dueNanos.compareAndSet(due, now + INTERVAL_NANOS);
  }

  /** A turn has removed that many. */
  void swept(int rows) {
    if (rows >= BATCH) {
      dueNanos.set(time.nanoTime());
    }
  }
}
