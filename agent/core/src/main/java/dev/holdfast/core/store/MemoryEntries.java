package dev.holdfast.core.store;

import dev.holdfast.core.config.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of a {@link MemoryStore}; guarded by its lock.
 *
 * <p>Invariants: a key is in flight, or settled, or neither; {@code bytes} is what all entries
 * weigh; past the limits there are calls in flight only, and the result that came last.
 */
final class MemoryEntries {

  /** What an entry weighs besides its result: two digests, the objects around them, the tables. */
  static final long ENTRY_BYTES = 512;

  private final StoreLimits limits;
  private final Map<StoredKey, InFlight> inFlight = new HashMap<>();
  private final Map<StoredKey, Settled> settled = new LinkedHashMap<>();
  private long bytes;
  private long tokens;
  private long evictions;

  MemoryEntries(StoreLimits limits) {
    this.limits = limits;
  }

  /**
   * @throws StoreFailure when there is no room
   */
  Claim claim(ClaimRequest request, long now) {
    forget(request.key(), now);
    Settled known = settled.get(request.key());
    if (known != null) {
      return request.contradicts(known.fingerprint) ? new Claim.Mismatch() : known.answer;
    }
    InFlight held = inFlight.get(request.key());
    if (held == null) {
      requireRoom();
      bytes += ENTRY_BYTES;
      return acquire(request, now, false);
    }
    if (request.contradicts(held.fingerprint)) {
      return new Claim.Mismatch();
    }
    long leftNanos = held.leaseEnds - now;
    if (leftNanos > 0) {
      return new Claim.InFlight(Duration.ofNanos(leftNanos));
    }
    return request.takesOver() ? acquire(request, now, true) : new Claim.Unknown();
  }

  Tenure renew(Hold hold, Duration lease, long now) {
    InFlight held = held(hold, now);
    if (held == null) {
      return Tenure.LOST;
    }
    inFlight.put(hold.key(), held.until(now + nanos(lease)));
    return Tenure.HELD;
  }

  Tenure settle(Hold hold, Claim answer, int length, Duration ttl, long now) {
    InFlight held = held(hold, now);
    if (held == null) {
      return Tenure.LOST;
    }
    remove(hold.key());
    long weight = ENTRY_BYTES + length;
    makeRoom(weight);
    settled.put(hold.key(), new Settled(held.fingerprint, answer, weight, now + nanos(ttl)));
    bytes += weight;
    return Tenure.HELD;
  }

  Tenure release(Hold hold, long now) {
    if (held(hold, now) == null) {
      return Tenure.LOST;
    }
    remove(hold.key());
    return Tenure.HELD;
  }

  /** Forgets up to that many entries whose time is over; answers how many. */
  int sweep(int most, long now) {
    List<StoredKey> over = new ArrayList<>();
    for (Map.Entry<StoredKey, Settled> entry : settled.entrySet()) {
      if (over.size() < most && entry.getValue().isOver(now)) {
        over.add(entry.getKey());
      }
    }
    for (Map.Entry<StoredKey, InFlight> entry : inFlight.entrySet()) {
      if (over.size() < most && entry.getValue().isOver(now)) {
        over.add(entry.getKey());
      }
    }
    over.forEach(this::remove);
    return over.size();
  }

  /** How many results have been evicted in all. */
  long evictions() {
    return evictions;
  }

  int size() {
    return inFlight.size() + settled.size();
  }

  long bytes() {
    return bytes;
  }

  private Claim acquire(ClaimRequest request, long now, boolean isTakenOver) {
    InFlight held =
        new InFlight(
            ++tokens, request.fingerprint(), nanos(request.ttl()), now + nanos(request.lease()));
    inFlight.put(request.key(), held);
    return new Claim.Acquired(tokens, isTakenOver);
  }

  private @Nullable InFlight held(Hold hold, long now) {
    forget(hold.key(), now);
    InFlight held = inFlight.get(hold.key());
    return held != null && held.token == hold.token() ? held : null;
  }

  private void forget(StoredKey key, long now) {
    Settled known = settled.get(key);
    InFlight held = inFlight.get(key);
    if ((known != null && known.isOver(now)) || (held != null && held.isOver(now))) {
      remove(key);
    }
  }

  private void remove(StoredKey key) {
    Settled known = settled.remove(key);
    bytes -= known == null ? 0 : known.weight;
    bytes -= inFlight.remove(key) == null ? 0 : ENTRY_BYTES;
  }

  private void requireRoom() {
    makeRoom(ENTRY_BYTES);
    if (!hasRoom(ENTRY_BYTES)) {
      throw new StoreFailure(
          "the memory store is full: %d calls in flight (expected: < %d)"
              .formatted(inFlight.size(), limits.entries()));
    }
  }

  /** Evicts what was settled first, until an entry of that weight fits or nothing is left. */
  private void makeRoom(long weight) {
    Iterator<Settled> oldest = settled.values().iterator();
    while (oldest.hasNext() && !hasRoom(weight)) {
      bytes -= oldest.next().weight;
      oldest.remove();
      evictions++;
    }
  }

  private boolean hasRoom(long weight) {
    return size() < limits.entries() && bytes + weight <= limits.bytes();
  }

  /** Saturated so that two of them on top of the clock do not wrap round it. */
  private static long nanos(Duration duration) {
    return duration.compareTo(DurationText.MAX) < 0
        ? Math.min(duration.toNanos(), Long.MAX_VALUE / 4)
        : Long.MAX_VALUE / 4;
  }

  private record InFlight(long token, Optional<String> fingerprint, long ttlNanos, long leaseEnds) {

    InFlight until(long end) {
      return new InFlight(token, fingerprint, ttlNanos, end);
    }

    /** Whether it was lost so long ago that it is forgotten. */
    boolean isOver(long now) {
      return now - leaseEnds >= ttlNanos;
    }
  }

  private record Settled(Optional<String> fingerprint, Claim answer, long weight, long ends) {

    boolean isOver(long now) {
      return now - ends >= 0;
    }
  }
}
