package dev.holdfast.core.store;

import dev.holdfast.core.time.Time;
import java.time.Duration;

/**
 * Lets a store forget what is over, once a minute and in small batches, so that neither the store
 * nor this process has much to do at once.
 */
final class Sweeper {

  static final int BATCH = 1_000;
  private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long NEXT_BATCH_NANOS = Duration.ofMillis(100).toNanos();

  private final IdempotencyStore store;
  private final Time time;

  Sweeper(IdempotencyStore store, Time time) {
    this.store = store;
    this.time = time;
  }

  void start() {
    sweepAfter(INTERVAL_NANOS);
  }

  private void sweepAfter(long delayNanos) {
    time.upkeep(delayNanos, this::sweep);
  }

  private void sweep() {
    store
        .sweep(BATCH)
        .whenComplete(
            (swept, failure) -> {
              boolean hasMore = failure == null && swept >= BATCH;
              sweepAfter(hasMore ? NEXT_BATCH_NANOS : INTERVAL_NANOS);
            });
  }
}
