package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.time.Time;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The calls in flight of one breaker, watched by one alarm, so that a call that hangs counts as
 * slow before it ends. The alarm is set for the oldest call only, and for none while nothing runs.
 */
final class RunningCalls {

  /**
   * The alarm goes off at most so often in the time that makes a call slow: where calls end just
   * before they are slow, each would be the oldest in turn.
   */
  private static final int LOOKS = 64;

  private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isArmed = new AtomicBoolean();
  private final Time time;
  private final LongSupplier slowNanos;
  private final Consumer<RunningCall> turnsSlow;

  /**
   * @param slowNanos the limit in force; 0: no call is slow
   * @param turnsSlow told once of each call that is still running and slow
   */
  RunningCalls(Time time, LongSupplier slowNanos, Consumer<RunningCall> turnsSlow) {
    this.time = time;
    this.slowNanos = slowNanos;
    this.turnsSlow = turnsSlow;
  }

  void begin(RunningCall call) {
    running.add(call);
    if (!isArmed.get() && isArmed.compareAndSet(false, true)) {
      time.schedule(slowNanos.getAsLong(), this::look);
    }
  }

  void end(RunningCall call) {
    running.remove(call);
  }

  private void look() {
    long slow = slowNanos.getAsLong();
    long now = time.nanoTime();
    long oldest = 0;
    for (Iterator<RunningCall> calls = running.iterator(); calls.hasNext(); ) {
      RunningCall call = calls.next();
      long age = now - call.startNanos();
      if (age < slow) {
        oldest = Math.max(oldest, age);
      } else {
        calls.remove();
        if (slow > 0) {
          turnsSlow.accept(call);
        }
      }
    }
    if (running.isEmpty()) {
      isArmed.set(false);
      // A call that began meanwhile saw the alarm set and relies on it.
      if (running.isEmpty() || !isArmed.compareAndSet(false, true)) {
        return;
      }
    }
    time.schedule(Math.max(slow - oldest, slow / LOOKS), this::look);
  }
}
