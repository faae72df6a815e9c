package dev.holdfast.core.policy.breaker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The last N calls, as bits in a circle.
 *
 * <p>A fast success is one atomic step, the increment of the number of calls, and a look at the two
 * bits of the slot that this number falls on. A bit changes only when the outcome differs from the
 * one that it takes the place of, so a healthy callee's breaker writes nothing else. Whoever flips
 * a bit also adjusts the sum, so that the sums are those of the bits, whatever the threads do.
 *
 * <p>Everything is in one array, padded at both ends: a call touches one cache line (up to about
 * 150 calls), and no neighbour on the heap shares it.
 */
final class CountWindow implements Window {

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  /** 128 bytes: two cache lines, because processors fetch them in pairs. */
  private static final int PADDING = 16;

  private static final int CALLS = PADDING;
  private static final int FAILURES = CALLS + 1;
  private static final int SLOW = CALLS + 2;
  private static final int FAILURE_BITS = CALLS + 3;

  private final int size;
  private final int slowBits;
  private final long reciprocal;
  private final long[] cells;

  /**
   * @param size how many calls; at least 1
   */
  CountWindow(int size) {
    int words = (size + Long.SIZE - 1) / Long.SIZE;
    this.size = size;
    slowBits = FAILURE_BITS + words;
    reciprocal = Long.MAX_VALUE / size;
    cells = new long[slowBits + words + PADDING];
  }

  @Override
  public boolean succeed(long minimum) {
    long ticket = (long) CELL.getAndAdd(cells, CALLS, 1L);
    int slot = slot(ticket);
    if (isSet(FAILURE_BITS, slot)) {
      clear(FAILURE_BITS, slot, FAILURES);
    }
    if (isSet(slowBits, slot)) {
      clear(slowBits, slot, SLOW);
    }
    return ticket + 1 == minimum;
  }

  @Override
  public long count(boolean isFailure, boolean isSlow) {
    long ticket = (long) CELL.getAndAdd(cells, CALLS, 1L);
    int slot = slot(ticket);
    put(FAILURE_BITS, slot, FAILURES, isFailure);
    put(slowBits, slot, SLOW, isSlow);
    return ticket;
  }

  @Override
  public void fail(long ticket) {
    if ((long) CELL.getVolatile(cells, CALLS) - ticket <= size) {
      set(FAILURE_BITS, slot(ticket), FAILURES);
    }
  }

  @Override
  public Tally tally() {
    long calls = (long) CELL.getVolatile(cells, CALLS);
    return new Tally(
        Math.min(calls, size),
        (long) CELL.getVolatile(cells, FAILURES),
        (long) CELL.getVolatile(cells, SLOW));
  }

  private int slot(long ticket) {
    return remainder(ticket, size, reciprocal);
  }

  /**
   * The remainder, without the division that costs as much as the rest of a call: the product with
   * the reciprocal is the quotient or one less (the error is below one half for tickets below 2^62,
   * which is a century of calls at one a nanosecond).
   *
   * @param reciprocal {@code Long.MAX_VALUE / size}
   */
  static int remainder(long ticket, int size, long reciprocal) {
    long remainder = ticket - Math.multiplyHigh(ticket << 1, reciprocal) * size;
    return (int) (remainder >= size ? remainder - size : remainder);
  }

  private boolean isSet(int bits, int slot) {
    return ((long) CELL.getOpaque(cells, bits + (slot >> 6)) & 1L << slot) != 0;
  }

  private void put(int bits, int slot, int sum, boolean value) {
    if (isSet(bits, slot) != value) {
      if (value) {
        set(bits, slot, sum);
      } else {
        clear(bits, slot, sum);
      }
    }
  }

  private void set(int bits, int slot, int sum) {
    long mask = 1L << slot;
    if (((long) CELL.getAndBitwiseOr(cells, bits + (slot >> 6), mask) & mask) == 0) {
      CELL.getAndAdd(cells, sum, 1L);
    }
  }

  private void clear(int bits, int slot, int sum) {
    long mask = 1L << slot;
    if (((long) CELL.getAndBitwiseAnd(cells, bits + (slot >> 6), ~mask) & mask) != 0) {
      CELL.getAndAdd(cells, sum, -1L);
    }
  }
}
