package dev.holdfast.core.store;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.core.time.Time;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the calls of this process claim the keys of one store. However many ask for a key, the
 * store sees one of them at a time: the others wait in line for what it learns, so that ten
 * thousand duplicates are one request, one poll and no thread.
 */
public final class ClaimDesk {

  private final IdempotencyStore store;
  private final Time time;
  private final Map<StoredKey, Seat> seats = new ConcurrentHashMap<>();
  private volatile boolean isClosing;

  public ClaimDesk(IdempotencyStore store, Time time) {
    this.store = store;
    this.time = time;
  }

  /**
   * Asks for a key. Never blocks; the answer may come on any thread, an {@link Claim.InFlight} only
   * to those who do not want to wait. Who waits no longer cancels it.
   *
   * @return fails with a {@link StoreFailure} if the store cannot be reached
   */
  public CompletableFuture<Claim> claim(ClaimRequest request, Concurrent whenHeld) {
    Waiter waiter = new Waiter(request, whenHeld, new CompletableFuture<>());
    StoredKey key = request.key();
    while (true) {
      Seat own = new Seat(waiter, store, time, closed -> leave(key, closed));
      Seat other = seats.putIfAbsent(key, own);
      if (other == null) {
        own.open();
        return waiter.answer();
      }
      if (other.join(waiter)) {
        return waiter.answer();
      }
    }
  }

  /**
   * Gives an acquired key back. Its lease is renewed until then.
   *
   * @return what the store said; fails with a {@link StoreFailure} if it cannot be reached
   */
  public CompletionStage<Tenure> settle(Hold hold, Settlement settlement) {
    return seat(hold.key()).settle(hold, settlement);
  }

  /** Gives an acquired key back whose call is not made after all; the next one is, as if first. */
  public void giveBack(StoredKey key, Claim.Acquired claim) {
    seat(key).giveBack(key, claim);
  }

  private Seat seat(StoredKey key) {
    Seat seat = seats.get(key);
    if (seat == null) {
      throw new IllegalStateException(key + " is not held here");
    }
    return seat;
  }

  /** Closes the store once no key is held or asked for; keys can be claimed all the same. */
  public void close() {
    isClosing = true;
    closeIfIdle();
  }

  private void leave(StoredKey key, Seat closed) {
    seats.remove(key, closed);
    closeIfIdle();
  }

  private void closeIfIdle() {
    if (isClosing && seats.isEmpty()) {
      store.close();
    }
  }

  /** The longest result that the store takes, in characters. */
  public int longestResult() {
    return store.longestResult();
  }

  /** How many keys are held or asked for now. */
  public int size() {
    return seats.size();
  }
}
