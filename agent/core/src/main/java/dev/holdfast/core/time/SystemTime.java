package dev.holdfast.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The time of the machine. Nothing is started before it is first needed; there should be one in a
 * JVM.
 */
public final class SystemTime implements Time {

  private final AlarmThread alarms = new AlarmThread("holdfast-alarms");
  private final CoarseClock coarse = new CoarseClock(System::nanoTime, alarms);
  private final Upkeep upkeep = new Upkeep(this);
  private final ShutdownGrace grace;

  /**
   * @param shutdownGrace how long waits may last once the JVM shuts down, at least zero; asked when
   *     it does
   */
  public SystemTime(Supplier<Duration> shutdownGrace) {
    grace = new ShutdownGrace(shutdownGrace, System::nanoTime, alarms);
  }

  /** Begins the grace, as the shutdown of the JVM does. */
  void shutDown() {
    grace.begin();
  }

  /**
   * The engine lets go: upkeep ends now, and the thread of the alarms when the calls that are
   * running need it no longer.
   */
  public void retire() {
    upkeep.end();
    grace.unhook();
    alarms.retire();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long coarseNanoTime() {
    return coarse.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  /**
   * Parks rather than sleeps: to the nanosecond on every Java version, virtual threads too, and a
   * shutdown can end it. A permit to park that the application gave meanwhile is given back.
   */
  @Override
  public boolean sleep(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (nanos <= 0) {
      return true;
    }
    long untilNanos = System.nanoTime() + Math.min(nanos, AlarmThread.FAR);
    Thread sleeper = Thread.currentThread();
    int wakes = 0;
    grace.enter(sleeper);
    try {
      while (true) {
        long now = System.nanoTime();
        long left = untilNanos - now;
        long leftOfGrace = grace.leftNanos(now);
        if (left <= 0 || leftOfGrace <= 0) {
          return left <= 0;
        }
        LockSupport.parkNanos(this, Math.min(left, leftOfGrace));
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        wakes++;
      }
    } finally {
      grace.leave(sleeper);
      if (wakes > 1) {
        LockSupport.unpark(sleeper);
      }
    }
  }

  @Override
  public Alarm schedule(long delayNanos, Runnable task) {
    return scheduleAt(System.nanoTime() + clamp(delayNanos), task);
  }

  @Override
  public Alarm scheduleAt(long atNanos, Runnable task) {
    return alarms.schedule(atNanos, task);
  }

  @Override
  public void upkeep(long delayNanos, Runnable task) {
    upkeep.schedule(delayNanos, task);
  }

  @Override
  public Alarm pause(long nanos, Pause pause) {
    return grace.pause(System.nanoTime() + clamp(nanos), pause);
  }

  private static long clamp(long nanos) {
    return Math.max(0, Math.min(nanos, AlarmThread.FAR));
  }
}
