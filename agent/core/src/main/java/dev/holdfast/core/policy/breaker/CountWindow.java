package dev.holdfast.core.policy.breaker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The last N calls, as pairs of bits (failed, slow) in a circle of at least 2 N slots.
 *
 * <p>A fast success is one atomic step, the increment of the number of calls, and a look at the
 * slot of the call that leaves the window by it. Bits change only for what is not a fast success,
 * so a healthy callee's breaker writes nothing else. A slot that left is clear, and half a circle
 * away from the slots in use: a thread has to sleep through N calls before its step touches another
 * call's slot. Whoever flips a bit also adjusts the sum, so that the sums are those of the bits,
 * whatever the threads do.
 *
 * <p>Everything is in one array, padded at both ends, so that no neighbour on the heap shares its
 * cache lines. The circle's length is a power of two, because a division costs as much as the rest
 * of a call.
 */
final class CountWindow implements Window {

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  /** 128 bytes: two cache lines, because processors fetch them in pairs. */
  private static final int PADDING = 16;

  private static final int CALLS = PADDING;
  private static final int FAILURES = CALLS + 1;
  private static final int SLOW = CALLS + 2;
  private static final int SLOTS = CALLS + 3;

  private static final int SLOTS_A_WORD = Long.SIZE / 2;
  private static final long FAILED_BIT = 1;
  private static final long SLOW_BIT = 2;

  private final int size;
  private final int lastSlot;
  private final long[] cells;

  /**
   * @param size how many calls; at least 1
   */
  CountWindow(int size) {
    int slots = Math.max(SLOTS_A_WORD, Integer.highestOneBit(size) * 4);
    this.size = size;
    lastSlot = slots - 1;
    cells = new long[SLOTS + slots / SLOTS_A_WORD + PADDING];
  }

  @Override
  public boolean succeed(long minimum) {
    long ticket = (long) CELL.getAndAdd(cells, CALLS, 1L);
    leave(ticket - size);
    return ticket + 1 == minimum;
  }

  @Override
  public long count(boolean isFailure, boolean isSlow) {
    long ticket = (long) CELL.getAndAdd(cells, CALLS, 1L);
    leave(ticket - size);
    if (isFailure) {
      fail(ticket);
    }
    if (isSlow) {
      set(ticket, SLOW_BIT, SLOW);
    }
    return ticket;
  }

  @Override
  public void fail(long ticket) {
    set(ticket, FAILED_BIT, FAILURES);
  }

  @Override
  public Tally tally() {
    long calls = (long) CELL.getVolatile(cells, CALLS);
    return new Tally(
        Math.min(calls, size),
        (long) CELL.getVolatile(cells, FAILURES),
        (long) CELL.getVolatile(cells, SLOW));
  }

  private void leave(long ticket) {
    long held = (long) CELL.getOpaque(cells, word(ticket)) >>> shift(ticket);
    if ((held & (FAILED_BIT | SLOW_BIT)) != 0) {
      clear(ticket, FAILED_BIT, FAILURES);
      clear(ticket, SLOW_BIT, SLOW);
    }
  }

  /** What has left the window meanwhile is not set any more: nobody would clear it. */
  private void set(long ticket, long bit, int sum) {
    long mask = bit << shift(ticket);
    if ((long) CELL.getVolatile(cells, CALLS) - ticket <= size
        && ((long) CELL.getAndBitwiseOr(cells, word(ticket), mask) & mask) == 0) {
      CELL.getAndAdd(cells, sum, 1L);
    }
  }

  private void clear(long ticket, long bit, int sum) {
    long mask = bit << shift(ticket);
    if (((long) CELL.getAndBitwiseAnd(cells, word(ticket), ~mask) & mask) != 0) {
      CELL.getAndAdd(cells, sum, -1L);
    }
  }

  private int word(long ticket) {
    return SLOTS + (((int) ticket & lastSlot) >>> 5);
  }

  private static int shift(long ticket) {
    return (int) (ticket & SLOTS_A_WORD - 1) * 2;
  }
}
