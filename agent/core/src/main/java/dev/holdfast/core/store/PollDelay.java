package dev.holdfast.core.store;

import java.time.Duration;

/**
 * How long to wait before a store is asked again for a key that is held elsewhere: from 50 ms,
 * doubling to 1 s, jittered downwards to a half so that instances do not ask in step.
 */
final class PollDelay {

  private static final long FIRST_NANOS = 50_000_000L;
  private static final int DOUBLINGS = 5;
  private static final long LONGEST_NANOS = 1_000_000_000L;
  private static final long SHORTEST_NANOS = 1_000_000L;

  private PollDelay() {}

  /**
   * @param polls how often it was asked again already, from 0
   * @param left the time that the lease of the holder still lasts: no delay is longer, because then
   *     the key may be had
   * @param random from 0, included, to 1
   */
  static long nanos(int polls, Duration left, double random) {
    long wholeNanos = Math.min(FIRST_NANOS << Math.min(polls, DOUBLINGS), LONGEST_NANOS);
    long jitteredNanos = wholeNanos / 2 + (long) (wholeNanos / 2.0 * random);
    boolean isSoonOver = left.compareTo(Duration.ofNanos(jitteredNanos)) < 0;
    return Math.max(SHORTEST_NANOS, isSoonOver ? left.toNanos() : jitteredNanos);
  }
}
