package dev.holdfast.core.policy.breaker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the last so long, right to one part in {@value #SLOTS}: an outcome counts for at
 * least 15/16 of the length and never longer than all of it.
 *
 * <p>Time is cut into slots, each of which is counted as a whole; the slots of the window hang on
 * the newest one as a chain. Counting is one atomic step in the newest slot. The first call of a
 * new slot makes it, with what the window then holds, and cuts the chain behind the oldest.
 */
final class TimeWindow implements Window {

  static final int SLOTS = 16;

  private static final VarHandle NEWEST = field(TimeWindow.class, "newest", Slot.class);
  private static final VarHandle CALLS = field(Slot.class, "calls", long.class);
  private static final VarHandle FAILURES = field(Slot.class, "failures", long.class);
  private static final VarHandle SLOW = field(Slot.class, "slow", long.class);

  private final LongSupplier clock;
  private final long slotNanos;
  private final long originNanos;
  private volatile Slot newest;

  /**
   * @param lengthNanos at least {@value #SLOTS}
   * @param clock a monotonic clock in nanoseconds
   */
  TimeWindow(long lengthNanos, LongSupplier clock) {
    this.clock = clock;
    slotNanos = lengthNanos / SLOTS;
    originNanos = clock.getAsLong();
    newest = new Slot(0, originNanos, 0, null);
  }

  @Override
  public boolean succeed(long minimum) {
    Slot before = newest;
    Slot slot = slotNow();
    long calls = slot.callsBefore + (long) CALLS.getAndAdd(slot, 1L) + 1;
    return calls == minimum || slot != before;
  }

  @Override
  public long count(boolean isFailure, boolean isSlow) {
    Slot slot = slotNow();
    CALLS.getAndAdd(slot, 1L);
    if (isFailure) {
      FAILURES.getAndAdd(slot, 1L);
    }
    if (isSlow) {
      SLOW.getAndAdd(slot, 1L);
    }
    return slot.number;
  }

  @Override
  public void fail(long ticket) {
    for (Slot slot = newest; slot != null && slot.number >= ticket; slot = slot.older) {
      if (slot.number == ticket) {
        FAILURES.getAndAdd(slot, 1L);
      }
    }
  }

  @Override
  public Tally tally() {
    return tally(newest, numberAt(clock.getAsLong()));
  }

  private Slot slotNow() {
    long now = clock.getAsLong();
    Slot slot = newest;
    return now - slot.startNanos < slotNanos ? slot : roll(now);
  }

  /** Another thread may have rolled further by then: a late outcome counts as a new one. */
  private Slot roll(long now) {
    long number = numberAt(now);
    Slot slot = newest;
    while (slot.number < number) {
      Slot next =
          new Slot(number, originNanos + number * slotNanos, tally(slot, number).calls(), slot);
      if (NEWEST.compareAndSet(this, slot, next)) {
        cut(next);
        return next;
      }
      slot = newest;
    }
    return slot;
  }

  private long numberAt(long now) {
    return (now - originNanos) / slotNanos;
  }

  private static Tally tally(Slot newest, long number) {
    long calls = 0;
    long failures = 0;
    long slow = 0;
    for (Slot slot = newest; slot != null && slot.number > number - SLOTS; slot = slot.older) {
      calls += slot.calls;
      failures += slot.failures;
      slow += slot.slow;
    }
    return new Tally(calls, failures, slow);
  }

  private static void cut(Slot newest) {
    Slot oldest = newest;
    Slot older = oldest.older;
    while (older != null && older.number > newest.number - SLOTS) {
      oldest = older;
      older = oldest.older;
    }
    oldest.older = null;
  }

  private static VarHandle field(Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a field of this class is missing: " + name, impossible);
    }
  }

  /** What was counted in one slot of time. */
  private static final class Slot {

    final long number;
    final long startNanos;

    /** The calls of the older slots of the window when this one began. */
    final long callsBefore;

    volatile long calls;
    volatile long failures;
    volatile long slow;
    volatile @Nullable Slot older;

    Slot(long number, long startNanos, long callsBefore, @Nullable Slot older) {
      this.number = number;
      this.startNanos = startNanos;
      this.callsBefore = callsBefore;
      this.older = older;
    }
  }
}
