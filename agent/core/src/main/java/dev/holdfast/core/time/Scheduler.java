package dev.holdfast.core.time;

/** Runs tasks at moments. */
@FunctionalInterface
interface Scheduler {

  /** As {@link Time#scheduleAt}. */
  Alarm schedule(long atNanos, Runnable task);
}
