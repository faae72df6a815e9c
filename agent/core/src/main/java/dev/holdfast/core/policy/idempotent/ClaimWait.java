package dev.holdfast.core.policy.idempotent;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call's wait for the answer to its claim: until its deadline, or for 30 s if it has none. Who
 * gives up leaves the line at the desk.
 */
final class ClaimWait {

  private static final long WITHOUT_DEADLINE_NANOS = Duration.ofSeconds(30).toNanos();

  private final StoredKey key;
  private final CompletableFuture<Claim> claimed;
  private final @Nullable Deadline deadline;
  private final Time time;
  private final Refusals refusals;

  ClaimWait(
      StoredKey key,
      CompletableFuture<Claim> claimed,
      @Nullable Deadline deadline,
      Time time,
      Refusals refusals) {
    this.key = key;
    this.claimed = claimed;
    this.deadline = deadline;
    this.time = time;
    this.refusals = refusals;
  }

  /** From now on the wait ends in time. The alarm is for who waits no longer. */
  Alarm limit() {
    long nanos =
        deadline == null ? WITHOUT_DEADLINE_NANOS : Math.max(0, deadline.remainingNanos(time));
    return time.pause(nanos, isWhole -> claimed.cancel(false));
  }

  /**
   * Blocks for the answer.
   *
   * @throws CallRefusedException if it does not come in time, or the thread is interrupted
   * @throws StoreFailure if there is none
   */
  Claim await() {
    if (claimed.isDone()) {
      return answer();
    }
    Alarm limit = limit();
    try {
      Blocking.await(claimed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      if (!claimed.cancel(false)) {
        return answer(); // it came meanwhile, and a key that was claimed has to be settled
      }
      throw isPastDeadline() ? refusals.deadlinePassed(key) : refusals.interrupted(key);
    } finally {
      limit.cancel();
    }
    return answer();
  }

  /** Blocks for the answer of the store whatever interrupts; throws as {@link #await}. */
  Claim insist() {
    Alarm limit = limit();
    try {
      Blocking.insist(claimed);
    } finally {
      limit.cancel();
    }
    return answer();
  }

  /** Runs a short task when the answer is there, on whatever thread it comes. */
  void whenAnswered(Runnable task) {
    Alarm limit = limit();
    claimed.whenComplete(
        (claim, failure) -> {
          limit.cancel();
          task.run();
        });
  }

  /** The answer that is there; throws as {@link #await}. */
  Claim answer() {
    try {
      return claimed.join();
    } catch (CancellationException gaveUp) {
      throw deadline == null
          ? refusals.stillInFlight(key, WITHOUT_DEADLINE_NANOS)
          : refusals.deadlinePassed(key);
    } catch (RuntimeException failed) {
      Throwable failure = Causes.unwrap(failed);
      throw failure instanceof StoreFailure known
          ? known
          : new StoreFailure(failure.getClass().getName(), failure);
    }
  }

  private boolean isPastDeadline() {
    return deadline != null && deadline.remainingNanos(time) <= 0;
  }
}
