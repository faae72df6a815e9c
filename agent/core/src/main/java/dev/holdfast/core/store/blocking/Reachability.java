package dev.holdfast.core.store.blocking;

import dev.holdfast.core.time.DurationWords;
import dev.holdfast.core.time.Time;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The breaker of one store. One failure may be a stale connection; from the second in a row on,
 * steps are refused without asking the store, but for one trial each time the delay is over: 100 ms
 * at first, doubling to 5 s.
 *
 * <p>A step shows what it saw when it was admitted; what it reports counts only if nothing has
 * changed since, so that many steps that fail together count once.
 */
final class Reachability {

  /** How long a trial may take before another one is made. */
  private static final long TRIAL_NANOS = 5_000_000_000L;

  private static final int TOLERATED = 1;
  private static final long FIRST_NANOS = 100_000_000L;
  private static final int DOUBLINGS = 6;
  private static final long LONGEST_NANOS = 5_000_000_000L;
  private static final Seen REACHABLE = new Seen(0, 0, "");

  private final Time time;
  private final AtomicReference<Seen> state;

  Reachability(Time time) {
    this.time = time;
    state = new AtomicReference<>(REACHABLE);
  }

  /** What a step may go on with; null if it may not ask the store now. */
  @Nullable Seen admit() {
    Seen known = known();
    if (!known.isAway()) {
      return known;
    }
    long now = time.nanoTime();
    Seen trial = new Seen(known.failures, now + TRIAL_NANOS, known.reason);
    return now - known.retryAtNanos >= 0 && state.compareAndSet(known, trial) ? trial : null;
  }

  /**
   * The store answered.
   *
   * @return whether it was away until now
   */
  boolean answered(Seen seen) {
    return seen.failures > 0 && state.compareAndSet(seen, REACHABLE) && seen.isAway();
  }

  /**
   * The store did not answer.
   *
   * @return whether it is away from now on
   */
  boolean failed(Seen seen, String reason) {
    int failures = Math.min(seen.failures + 1, Integer.MAX_VALUE - 1);
    Seen next = new Seen(failures, time.nanoTime() + delayNanos(failures), reason);
    return state.compareAndSet(seen, next) && next.isAway() && !seen.isAway();
  }

  /** How long no step is admitted; zero if one may be now. */
  long leftNanos() {
    Seen known = known();
    return known.isAway() ? Math.max(0, known.retryAtNanos - time.nanoTime()) : 0;
  }

  /** Why steps are refused. */
  String refusal() {
    return known().reason + "; next try in " + DurationWords.of(leftNanos());
  }

  private Seen known() {
    return Objects.requireNonNull(state.get());
  }

  private static long delayNanos(int failures) {
    int doublings = Math.min(Math.max(0, failures - TOLERATED - 1), DOUBLINGS);
    long wholeNanos = Math.min(FIRST_NANOS << doublings, LONGEST_NANOS);
    return wholeNanos / 2 + ThreadLocalRandom.current().nextLong(wholeNanos / 2 + 1);
  }

  /**
   * The state of a store.
   *
   * @param failures in a row
   * @param retryAtNanos when the next trial may begin
   * @param reason of the last failure
   */
  record Seen(int failures, long retryAtNanos, String reason) {

    boolean isAway() {
      return failures > TOLERATED;
    }
  }
}
