package dev.holdfast.core.store;

import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Renews the lease of one hold until it is stopped, or the hold is lost: after each third of the
 * lease, so that a store that fails once is asked again in time. Costs an alarm and no thread.
 */
final class Renewal {

  private final IdempotencyStore store;
  private final Time time;
  private final Hold hold;
  private final Duration lease;
  private boolean isStopped;
  private @Nullable Alarm alarm;

  Renewal(IdempotencyStore store, Time time, Hold hold, Duration lease) {
    this.store = store;
    this.time = time;
    this.hold = hold;
    this.lease = lease;
  }

  synchronized void start() {
    if (!isStopped) {
      alarm = time.schedule(lease.toNanos() / 3, this::renew);
    }
  }

  synchronized void stop() {
    isStopped = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }

  private void renew() {
    store
        .renew(hold, lease)
        .whenComplete(
            (tenure, failure) -> {
              if (tenure != Tenure.LOST) {
                start();
              }
            });
  }
}
