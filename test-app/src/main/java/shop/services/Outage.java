package shop.services;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** A time during which no service answers anybody. Counted from the first request of the day. */
final class Outage {
  private final long startNanos;
  private final long lengthNanos;
  private final LongSupplier nanoClock;
  private final AtomicReference<Long> firstRequest = new AtomicReference<>();

  Outage(Duration start, Duration length, LongSupplier nanoClock) {
    this.startNanos = start.toNanos();
    this.lengthNanos = length.toNanos();
    this.nanoClock = nanoClock;
  }

  /** Whether a request that arrives now meets the outage. */
  boolean isOn() {
    long now = nanoClock.getAsLong();
    firstRequest.compareAndSet(null, now);
    long sinceStart = now - firstRequest.get() - startNanos;
    return sinceStart >= 0 && sinceStart < lengthNanos;
  }
}
