package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.time.Time;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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

  /** The look that is to come; none while nothing runs. One that is not this any more is void. */
  private final AtomicReference<@Nullable Object> next = new AtomicReference<>();

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
    watch();
  }

  void end(RunningCall call) {
    running.remove(call);
  }

  /** Another limit is in force: calls that run are judged by it at once. */
  void limitChanged() {
    Object before = next.get();
    Object now = new Object();
    if (before != null && next.compareAndSet(before, now)) {
      schedule(now, 0);
    }
  }

  /** The limit is read after it can be seen that a look is to come: no change of it is missed. */
  private void watch() {
    if (next.get() == null) {
      Object first = new Object();
      if (next.compareAndSet(null, first)) {
        schedule(first, slowNanos.getAsLong());
      }
    }
  }

  private void schedule(Object own, long delayNanos) {
    try {
      time.schedule(delayNanos, () -> look(own));
    } catch (OutOfMemoryError noThread) {
      // The next call that begins tries again; until then calls are slow when they end.
      next.compareAndSet(own, null);
    }
  }

  private void look(Object own) {
    if (next.get() != own) {
      return;
    }
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
    if (!running.isEmpty()) {
      schedule(own, Math.max(slow - oldest, slow / LOOKS));
    } else if (next.compareAndSet(own, null) && !running.isEmpty()) {
      // A call that began meanwhile saw that a look was to come, and relied on it.
      watch();
    }
  }
}
