package dev.holdfast.core.time;

import java.time.Instant;

/** Every clock, wait and alarm that the engine uses; replaced by fake time in tests. */
public interface Time {

  /** A monotonic clock in nanoseconds; compare readings by subtraction only. */
  long nanoTime();

  /**
   * The same clock, right to 100 ms and as cheap as a memory read: for limits that need no more.
   */
  long coarseNanoTime();

  /** The wall clock, for dates that came from outside; it may jump. */
  Instant now();

  /**
   * Blocks the calling thread. A wait of zero or less returns at once.
   *
   * @throws InterruptedException when the thread is or gets interrupted; the flag is then cleared
   */
  void sleep(long nanos) throws InterruptedException;

  /**
   * Runs a short task after a delay, on a daemon thread that all alarms share: it must not block.
   * What needs longer hands itself over to an executor. A task that throws is logged.
   */
  Alarm schedule(long delayNanos, Runnable task);
}
