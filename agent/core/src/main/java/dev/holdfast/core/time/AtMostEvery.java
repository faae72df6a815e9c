package dev.holdfast.core.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets something happen at once, and then again only after a while: for what would flood a log. */
public final class AtMostEvery {

  private final Time time;
  private final long intervalNanos;
  private final AtomicLong dueNanos;

  /**
   * @param interval the least time between two
   */
  public AtMostEvery(Duration interval, Time time) {
    this.time = time;
    intervalNanos = interval.toNanos();
    dueNanos = new AtomicLong(time.nanoTime());
  }

  /** Runs the task, unless one was run within the interval. */
  public void run(Runnable task) {
    long now = time.nanoTime();
    long due = dueNanos.get();
    if (now - due >= 0 && dueNanos.compareAndSet(due, now + intervalNanos)) {
      task.run();
    }
  }
}
