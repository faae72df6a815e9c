package dev.holdfast.core.time;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The monotonic clock at the cost of a memory read, up to 50 ms behind.
 *
 * <p>It ticks only while it is read: after a second in which nobody did it stops, and the next
 * reader starts it.
 */
final class CoarseClock {

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int TICKS_UNTIL_STOP = 20;

  private final LongSupplier precise;
  private final Scheduler alarms;
  private volatile long reading;
  private volatile boolean isTicking;

  /** Written by readers at most once a tick each, because a write stalls the other readers. */
  private volatile boolean isRead;

  /** Touched by the ticks only. */
  private int unreadTicks;

  CoarseClock(LongSupplier precise, Scheduler alarms) {
    this.precise = precise;
    this.alarms = alarms;
  }

  long nanoTime() {
    if (!isTicking) {
      return start();
    }
    if (!isRead) {
      isRead = true;
    }
    return reading;
  }

  boolean isTicking() {
    return isTicking;
  }

  private synchronized long start() {
    long now = precise.getAsLong();
    if (!isTicking) {
      reading = now;
      isRead = true;
      isTicking = true;
      alarms.schedule(now + TICK_NANOS, this::tick);
    }
    return now;
  }

  private void tick() {
    long now = precise.getAsLong();
    reading = now;
    unreadTicks = isRead ? 0 : unreadTicks + 1;
    isRead = false;
    if (unreadTicks < TICKS_UNTIL_STOP) {
      alarms.schedule(now + TICK_NANOS, this::tick);
    } else {
      unreadTicks = 0;
      isTicking = false;
    }
  }
}
