package dev.holdfast.core.time;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The monotonic clock at the cost of one memory read, up to 50 ms behind.
 *
 * <p>It ticks only while it is read: after a second it stops, and the next reader starts it for
 * another one.
 */
final class CoarseClock {

  private static final Logger LOG = LoggerFactory.getLogger(CoarseClock.class);

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int TICKS_UNTIL_STOP = 20;

  /** A reading that the precise clock gives once in 292 years, and which then costs one start. */
  private static final long STOPPED = Long.MIN_VALUE;

  private final LongSupplier precise;
  private final Scheduler alarms;
  private volatile long reading = STOPPED;

  CoarseClock(LongSupplier precise, Scheduler alarms) {
    this.precise = precise;
    this.alarms = alarms;
  }

  long nanoTime() {
    long now = reading;
    return now == STOPPED ? start() : now;
  }

  boolean isTicking() {
    return reading != STOPPED;
  }

  /** Whoever comes second gets the same reading: those that follow are not earlier than it. */
  private synchronized long start() {
    long started = reading;
    if (started != STOPPED) {
      return started;
    }
    long now = precise.getAsLong();
    reading = now;
    try {
      scheduleTick(now, TICKS_UNTIL_STOP);
    } catch (OutOfMemoryError noThread) {
      LOG.debug("the clock cannot tick: it is read precisely until it can", noThread);
    }
    return now;
  }

  /** A clock that nobody moves on is stopped, so that it does not stand still. */
  private void scheduleTick(long now, int ticksLeft) {
    try {
      alarms.schedule(now + TICK_NANOS, () -> tick(ticksLeft));
    } catch (Throwable failure) {
      reading = STOPPED;
      throw failure;
    }
  }

  private void tick(int ticksLeft) {
    if (ticksLeft == 0) {
      reading = STOPPED;
      return;
    }
    long now = precise.getAsLong();
    reading = now;
    scheduleTick(now, ticksLeft - 1);
  }
}
