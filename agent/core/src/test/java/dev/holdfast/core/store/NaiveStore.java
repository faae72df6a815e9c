package dev.holdfast.core.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a store is meant to do, without threads, limits or disks; the time is a number of seconds.
 * Tokens are counted from 1.
 */
final class NaiveStore {

  private final Map<StoredKey, Entry> entries = new HashMap<>();
  private long now;
  private long tokens;

  private record Entry(
      @Nullable Claim outcome,
      long token,
      Optional<String> fingerprint,
      long leaseEnds,
      long expires) {}

  NaiveStore copy() {
    NaiveStore copy = new NaiveStore();
    copy.entries.putAll(entries);
    copy.now = now;
    copy.tokens = tokens;
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NaiveStore store
        && entries.equals(store.entries)
        && now == store.now
        && tokens == store.tokens;
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  Claim claim(ClaimRequest request) {
    Entry known = find(request.key());
    if (known != null && request.contradicts(known.fingerprint)) {
      return new Claim.Mismatch();
    }
    if (known != null && known.outcome != null) {
      return known.outcome;
    }
    if (known != null && known.leaseEnds > now) {
      return new Claim.InFlight(Duration.ofSeconds(known.leaseEnds - now));
    }
    if (known != null && !request.takesOver()) {
      return new Claim.Unknown();
    }
    long leaseEnds = now + request.lease().toSeconds();
    entries.put(
        request.key(),
        new Entry(
            null,
            ++tokens,
            request.fingerprint(),
            leaseEnds,
            leaseEnds + request.ttl().toSeconds()));
    return new Claim.Acquired(tokens, known != null);
  }

  Tenure renew(Hold hold, Duration lease) {
    Entry held = held(hold);
    if (held == null) {
      return Tenure.LOST;
    }
    long leaseEnds = now + lease.toSeconds();
    long expires = leaseEnds + held.expires - held.leaseEnds;
    entries.put(hold.key(), new Entry(null, held.token, held.fingerprint, leaseEnds, expires));
    return Tenure.HELD;
  }

  Tenure settle(Hold hold, Claim outcome, Duration ttl) {
    Entry held = held(hold);
    if (held == null) {
      return Tenure.LOST;
    }
    entries.put(
        hold.key(), new Entry(outcome, held.token, held.fingerprint, now, now + ttl.toSeconds()));
    return Tenure.HELD;
  }

  Tenure release(Hold hold) {
    Entry held = held(hold);
    if (held == null) {
      return Tenure.LOST;
    }
    entries.remove(hold.key());
    return Tenure.HELD;
  }

  void pass(Duration time) {
    now += time.toSeconds();
  }

  /** Whether a lease or an entry ends that close to now: a real store may see it either way. */
  boolean isAboutToChange(Duration margin) {
    return entries.values().stream()
        .anyMatch(
            entry ->
                (entry.outcome == null && Math.abs(entry.leaseEnds - now) <= margin.toSeconds())
                    || Math.abs(entry.expires - now) <= margin.toSeconds());
  }

  private @Nullable Entry find(StoredKey key) {
    Entry known = entries.get(key);
    return known == null || known.expires <= now ? null : known;
  }

  private @Nullable Entry held(Hold hold) {
    Entry held = find(hold.key());
    boolean isHeld = held != null && held.outcome == null && held.token == hold.token();
    return isHeld ? held : null;
  }
}
