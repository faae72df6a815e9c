package dev.holdfast.core.time;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Ends the waits of this JVM a while after its shutdown has begun, so that none holds it up.
 *
 * <p>The hook itself waits for nothing. A wait that begins while the hook looks around is not
 * missed: it is entered before it asks how much of the grace is left.
 */
final class ShutdownGrace {

  private final Supplier<Duration> duration;
  private final LongSupplier clock;
  private final Scheduler alarms;
  private final Thread hook = SystemThreads.daemon("holdfast-shutdown", this::begin);
  private final Set<Thread> sleepers = ConcurrentHashMap.newKeySet();
  private final Set<GracedPause> pauses = ConcurrentHashMap.newKeySet();
  private volatile boolean isHooked;
  private volatile boolean hasBegun;
  private volatile long endsAtNanos;

  ShutdownGrace(Supplier<Duration> duration, LongSupplier clock, Scheduler alarms) {
    this.duration = duration;
    this.clock = clock;
    this.alarms = alarms;
  }

  /** The thread is about to sleep; it is woken when the shutdown begins. */
  void enter(Thread sleeper) {
    watch();
    sleepers.add(sleeper);
  }

  /** The thread sleeps no longer. */
  void leave(Thread sleeper) {
    sleepers.remove(sleeper);
  }

  /** How long a wait may still last: zero or less when the grace is over. */
  long leftNanos(long nowNanos) {
    return hasBegun ? endsAtNanos - nowNanos : Long.MAX_VALUE;
  }

  /** A wait without a thread, until that moment or the end of the grace. */
  Alarm pause(long atNanos, Time.Pause pause) {
    watch();
    GracedPause graced = new GracedPause(pause, pauses);
    pauses.add(graced);
    graced.alarm(alarms.schedule(atNanos, () -> graced.end(true)));
    if (hasBegun) {
      alarms.schedule(endsAtNanos, () -> graced.end(false));
    }
    return graced;
  }

  /** The JVM has begun to shut down. */
  void begin() {
    long graceNanos = Math.max(0, saturatedNanos(duration.get()));
    endsAtNanos = clock.getAsLong() + graceNanos;
    hasBegun = true;
    sleepers.forEach(LockSupport::unpark);
    alarms.schedule(endsAtNanos, () -> pauses.forEach(pause -> pause.end(false)));
  }

  private void watch() {
    if (!isHooked) {
      hook();
    }
  }

  private synchronized void hook() {
    if (isHooked) {
      return;
    }
    isHooked = true;
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException isShuttingDown) {
      begin();
    }
  }

  /** The shutdown of the JVM is of no interest any more. */
  synchronized void unhook() {
    if (!isHooked) {
      isHooked = true;
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException isShuttingDown) {
      // Then the waits of calls that are still running end with the grace, as ever.
      return;
    }
  }

  private static long saturatedNanos(Duration length) {
    return length.compareTo(Duration.ofNanos(AlarmThread.FAR)) < 0
        ? length.toNanos()
        : AlarmThread.FAR;
  }
}
