package dev.holdfast.core.store;

import dev.holdfast.core.call.Causes;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All calls of this process that ask for one key. The first of them leads: the store is asked with
 * its request.
 *
 * <pre>
 *   ASKING --acquired-----------> HELD --settled with an outcome--> all are answered, CLOSED
 *     |  ^                         +-----released, or lost--------> ASKING for the next in line
 *     |  +---time to ask again--+
 *     +--in flight elsewhere--> POLLING
 *     +--used with other arguments--> ASKING for the next in line whose arguments differ
 *     +--any other answer-----------> all are answered, CLOSED
 *     +--no answer-----------> as if in flight elsewhere, if it was; else all fail, CLOSED
 * </pre>
 *
 * <p>The lock guards the fields; store and waiters are called outside of it.
 */
final class Seat {

  private enum Phase {
    ASKING,
    HELD,
    POLLING,
    CLOSED
  }

  private final IdempotencyStore store;
  private final Time time;
  private final Consumer<Seat> whenClosed;
  private final Object lock = new Object();

  // All below is guarded by the lock.
  private final Set<Waiter> line = new LinkedHashSet<>();
  private Phase phase = Phase.ASKING;
  private Waiter leader;
  private @Nullable Renewal renewal;
  private @Nullable Alarm poll;
  private int polls;

  /** Whether the key was held when the store was last heard of. */
  private boolean isHeldSomewhere;

  /** A seat with its first call; {@link #open()} asks for it. */
  Seat(Waiter first, IdempotencyStore store, Time time, Consumer<Seat> whenClosed) {
    leader = first;
    this.store = store;
    this.time = time;
    this.whenClosed = whenClosed;
  }

  void open() {
    Waiter first = leader();
    ask(first);
    if (!first.answer().isDone()) {
      first.whenLeft(() -> leave(first));
    }
  }

  /**
   * Adds a call.
   *
   * @return false if the seat is closed, and another one is needed
   */
  boolean join(Waiter waiter) {
    Claim known;
    synchronized (lock) {
      if (phase == Phase.CLOSED) {
        return false;
      }
      known = known(waiter);
      if (known == null) {
        line.add(waiter);
      }
    }
    if (known == null) {
      waiter.whenLeft(() -> leave(waiter));
    } else {
      waiter.answer(known);
    }
    return true;
  }

  /** Settles what is held; the line moves on when the store has done it. */
  CompletionStage<Tenure> settle(Hold hold, Settlement settlement) {
    return end(() -> apply(hold, settlement), outcome(settlement));
  }

  /**
   * Nobody makes the call of this claim: the line moves on, and learns what the claim had learnt.
   */
  void giveBack(StoredKey key, Claim.Acquired claim) {
    end(() -> store.giveBack(key, claim), null);
  }

  private CompletionStage<Tenure> end(Supplier<CompletionStage<Tenure>> step, @Nullable Claim end) {
    Renewal own;
    synchronized (lock) {
      own = renewal;
      renewal = null;
    }
    if (own != null) {
      own.stop();
    }
    return stage(step)
        .whenComplete(
            (tenure, failure) -> {
              Claim outcome = tenure == Tenure.HELD ? end : null;
              if (outcome == null) {
                leadOn(tenure != Tenure.HELD);
              } else {
                Waiter holder = leader();
                close().forEach(waiter -> waiter.answer(outcome, holder));
              }
            });
  }

  private void ask(Waiter asker) {
    CompletableFuture<Claim> answer = stage(() -> store.claim(asker.request()));
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      answered(asker, answer.join());
      return;
    }
    answer.whenComplete(
        (claim, failure) -> {
          if (failure == null) {
            answered(asker, claim);
          } else {
            unanswered(asker, Causes.unwrap(failure));
          }
        });
  }

  private void answered(Waiter asker, Claim claim) {
    if (claim instanceof Claim.Acquired acquired) {
      acquired(asker, acquired);
    } else if (claim instanceof Claim.InFlight inFlight) {
      inFlight(asker, inFlight);
    } else if (claim instanceof Claim.Mismatch) {
      asker.answer(claim);
      take(waiter -> !waiter.contradicts(asker)).forEach(waiter -> waiter.answer(claim));
      leadOn(false);
    } else {
      close().forEach(waiter -> waiter.answer(claim, asker));
    }
  }

  /** Who waits for a call that is known to be in flight waits on: it may have its effect yet. */
  private void unanswered(Waiter asker, Throwable failure) {
    boolean isInFlight;
    synchronized (lock) {
      isInFlight = isHeldSomewhere;
    }
    if (isInFlight) {
      inFlight(asker, new Claim.InFlight(asker.request().lease()));
    } else {
      close().forEach(waiter -> waiter.fail(failure));
    }
  }

  private void acquired(Waiter asker, Claim.Acquired claim) {
    Hold hold = new Hold(asker.request().key(), claim.token());
    Renewal renewing = new Renewal(store, time, hold, asker.request().lease());
    synchronized (lock) {
      phase = Phase.HELD;
      isHeldSomewhere = true;
      renewal = renewing;
      polls = 0;
    }
    renewing.start();
    Claim inFlight = new Claim.InFlight(asker.request().lease());
    take(waiter -> known(waiter) != null).forEach(waiter -> waiter.answer(inFlight, asker));
    if (!asker.answer(claim)) {
      giveBack(hold.key(), claim);
    }
  }

  private void inFlight(Waiter asker, Claim.InFlight claim) {
    List<Waiter> impatient = take(waiter -> !waiter.waits());
    boolean isLast;
    synchronized (lock) {
      phase = Phase.POLLING;
      isHeldSomewhere = true;
      isLast = (asker.hasLeft() || !asker.waits()) && !promote();
      if (!isLast) {
        double random = ThreadLocalRandom.current().nextDouble();
        long delayNanos = PollDelay.nanos(polls++, claim.left(), random);
        poll = time.schedule(delayNanos, this::askAgain);
      }
    }
    if (!asker.waits()) {
      asker.answer(claim);
    }
    impatient.forEach(waiter -> waiter.answer(claim));
    if (isLast) {
      whenClosed.accept(this);
    }
  }

  private void askAgain() {
    Waiter asker;
    synchronized (lock) {
      if (phase != Phase.POLLING) {
        return;
      }
      phase = Phase.ASKING;
      asker = leader;
    }
    ask(asker);
  }

  /** The next in line leads, and asks at once; without one the seat closes. */
  private void leadOn(boolean mayBeHeld) {
    Waiter next;
    synchronized (lock) {
      phase = Phase.ASKING;
      isHeldSomewhere = mayBeHeld;
      next = promote() ? leader : null;
    }
    if (next == null) {
      whenClosed.accept(this);
    } else {
      ask(next);
    }
  }

  private void leave(Waiter waiter) {
    boolean isLast;
    synchronized (lock) {
      line.remove(waiter);
      isLast = phase == Phase.POLLING && leader.equals(waiter) && !promote();
    }
    if (isLast) {
      whenClosed.accept(this);
    }
  }

  /** Makes the next in line the leader, or closes; guarded by the lock. */
  private boolean promote() {
    Iterator<Waiter> next = line.iterator();
    if (!next.hasNext()) {
      phase = Phase.CLOSED;
      cancelPoll();
      return false;
    }
    leader = next.next();
    next.remove();
    return true;
  }

  /** Closes, and returns all who are to be answered. */
  private List<Waiter> close() {
    List<Waiter> all = new ArrayList<>();
    synchronized (lock) {
      phase = Phase.CLOSED;
      all.add(leader);
      all.addAll(line);
      line.clear();
      cancelPoll();
    }
    whenClosed.accept(this);
    return all;
  }

  /** Takes those out of the line to whom this applies. */
  private List<Waiter> take(Predicate<Waiter> test) {
    synchronized (lock) {
      if (line.isEmpty()) {
        return List.of();
      }
      List<Waiter> taken = line.stream().filter(test).toList();
      taken.forEach(line::remove);
      return taken;
    }
  }

  /** What is clear without the store, or null; guarded by the lock. */
  private @Nullable Claim known(Waiter waiter) {
    if (phase == Phase.ASKING) {
      return null;
    }
    if (phase == Phase.HELD && waiter.contradicts(leader)) {
      return new Claim.Mismatch();
    }
    return waiter.waits() ? null : new Claim.InFlight(leader.request().lease());
  }

  private Waiter leader() {
    synchronized (lock) {
      return leader;
    }
  }

  private void cancelPoll() {
    Alarm pending = poll;
    poll = null;
    if (pending != null) {
      pending.cancel();
    }
  }

  private CompletionStage<Tenure> apply(Hold hold, Settlement settlement) {
    if (settlement instanceof Settlement.Complete complete) {
      return store.complete(hold, complete.result(), complete.ttl());
    }
    if (settlement instanceof Settlement.Fail fail) {
      return store.fail(hold, fail.failure(), fail.ttl());
    }
    return store.release(hold);
  }

  /** What duplicates get; null if the next one is to make the call. */
  private static @Nullable Claim outcome(Settlement settlement) {
    if (settlement instanceof Settlement.Complete complete) {
      return new Claim.Completed(complete.result());
    }
    return settlement instanceof Settlement.Fail fail ? new Claim.Failed(fail.failure()) : null;
  }

  /** A step of the store that never throws. */
  private static <T> CompletableFuture<T> stage(Supplier<CompletionStage<T>> step) {
    try {
      return step.get().toCompletableFuture();
    } catch (RuntimeException | Error fault) {
      return CompletableFuture.failedFuture(fault);
    }
  }
}
