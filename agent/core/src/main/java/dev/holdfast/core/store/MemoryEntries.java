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
import java.util.function.Predicate;
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
    Settled known = known(request.key(), now);
    if (known != null) {
      return request.contradicts(known.fingerprint) ? new Claim.Mismatch() : known.answer;
    }
    InFlight held = held(request.key(), now);
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
    removeHeld(hold.key());
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
    removeHeld(hold.key());
    return Tenure.HELD;
  }

  /** Forgets up to that many entries whose time is over; answers how many. */
  int sweep(int most, long now) {
    List<StoredKey> over = new ArrayList<>();
    collect(settled, each -> each.isOver(now), most, over);
    over.forEach(this::removeSettled);
    int results = over.size();
    collect(inFlight, each -> each.isOver(now), most, over);
    over.subList(results, over.size()).forEach(this::removeHeld);
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
    InFlight held = held(hold.key(), now);
    return held != null && held.token == hold.token() ? held : null;
  }

  private @Nullable InFlight held(StoredKey key, long now) {
    InFlight held = inFlight.get(key);
    if (held != null && held.isOver(now)) {
      removeHeld(key);
      return null;
    }
    return held;
  }

  private @Nullable Settled known(StoredKey key, long now) {
    Settled known = settled.get(key);
    if (known != null && known.isOver(now)) {
      removeSettled(key);
      return null;
    }
    return known;
  }

  private void removeHeld(StoredKey key) {
    bytes -= inFlight.remove(key) == null ? 0 : ENTRY_BYTES;
  }

  private void removeSettled(StoredKey key) {
    Settled known = settled.remove(key);
    bytes -= known == null ? 0 : known.weight;
  }

  private static <V> void collect(
      Map<StoredKey, V> entries, Predicate<V> isOver, int most, List<StoredKey> over) {
    Iterator<Map.Entry<StoredKey, V>> all = entries.entrySet().iterator();
    while (over.size() < most && all.hasNext()) {
      Map.Entry<StoredKey, V> entry = all.next();
      if (isOver.test(entry.getValue())) {
        over.add(entry.getKey());
      }
    }
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
