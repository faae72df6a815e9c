package dev.holdfast.core.log;

import java.time.Duration;

/**
 * Events of one kind that came close together.
 *
 * @param beganNanos when the first one came, on the monotonic clock
 * @param seen how many came
 */
record Burst(long beganNanos, long seen) {

  /** So many of a burst are told. */
  static final int TOLD = 5;

  /** So long a burst is, after its first event. */
  static final Duration LENGTH = Duration.ofSeconds(10);

  static Burst begin(long nowNanos) {
    return new Burst(nowNanos, 1);
  }

  /** The burst with one more event: this one, or the next one if this is over. */
  Burst next(long nowNanos) {
    return nowNanos - beganNanos >= LENGTH.toNanos()
        ? begin(nowNanos)
        : new Burst(beganNanos, seen + 1);
  }

  /** Whether its last event is told. */
  boolean isTold() {
    return seen <= TOLD;
  }

  /** How many of this burst were not told, once the next one has begun. */
  long leftOutBefore(Burst next) {
    return next.seen == 1 ? Math.max(0, seen - TOLD) : 0;
  }
}
