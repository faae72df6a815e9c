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
   * @return whether the whole time has passed; false when the JVM shuts down and its grace is over:
   *     whoever waits then gives up as if the wait did not fit
   * @throws InterruptedException when the thread is or gets interrupted; the flag is then cleared
   */
  boolean sleep(long nanos) throws InterruptedException;

  /**
   * Runs a short task after a delay, on a daemon thread that all alarms share: it must not block.
   * What needs longer hands itself over to an executor. A task that throws is logged.
   */
  Alarm schedule(long delayNanos, Runnable task);

  /** As {@link #schedule}, at a moment on {@link #nanoTime()}; soon, if it has passed. */
  default Alarm scheduleAt(long atNanos, Runnable task) {
    return schedule(atNanos - nanoTime(), task);
  }

  /**
   * As {@link #schedule}, for what the engine does for itself from time to time: once the engine
   * lets go of the application, such an alarm is cancelled, and none begins.
   */
  default void upkeep(long delayNanos, Runnable task) {
    schedule(delayNanos, task);
  }

  /**
   * A wait that takes no thread: tells its end as {@link #schedule} would. Unlike an alarm it does
   * not outlast the grace of a shutdown.
   */
  default Alarm pause(long nanos, Pause pause) {
    return schedule(nanos, () -> pause.end(true));
  }

  /** Told of the end of a wait. */
  @FunctionalInterface
  interface Pause {

    /**
     * The wait is over; must not block.
     *
     * @param isWhole whether the whole time has passed, as {@link Time#sleep} returns it
     */
    void end(boolean isWhole);
  }
}
