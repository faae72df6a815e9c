package dev.holdfast.store.h2;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a {@link FileStore}; guarded by its lock.
 *
 * @param calls entries by the digests of their keys
 * @param ends digests by when they are to be looked at: a moment in hexadecimal digits, then the
 *     digest, so that they are in order
 * @param facts the version of this layout, and the last token
 */
record Entries(MVMap<String, String> calls, MVMap<String, String> ends, MVMap<String, Long> facts) {

  /** The layout that this code reads and writes. */
  static final long VERSION = 1;

  private static final String VERSION_KEY = "version";
  private static final String TOKEN_KEY = "token";
  private static final String LIMIT_KEY = "limit";

  /**
   * Opens the tables, or makes them.
   *
   * @throws StoreFailure if they are of another version
   */
  static Entries of(MVStore file) {
    MVMap<String, Long> facts = file.openMap("facts");
    Long version = facts.putIfAbsent(VERSION_KEY, VERSION);
    if (version != null && version != VERSION) {
      throw new StoreFailure(
          "the file is of version %d (expected: %d, that of this agent)"
              .formatted(version, VERSION));
    }
    return new Entries(file.openMap("calls"), file.openMap("ends"), facts);
  }

  Claim claim(ClaimRequest request, String owner, long now) {
    Entry known = find(request.key(), now);
    if (known != null && !known.isFreeFor(request, now)) {
      return known.answer(request, owner, now);
    }
    int takeovers = known == null ? 0 : known.takeovers() + 1;
    Entry claimed = Entry.claimed(request, owner, nextToken(), takeovers, now);
    if (known != null) {
      ends.remove(end(request.key().digest(), known));
    }
    ends.put(end(request.key().digest(), claimed), request.key().digest());
    put(request.key(), claimed);
    return new Claim.Acquired(claimed.token(), takeovers > 0);
  }

  Tenure renew(Hold hold, Duration lease, long now) {
    Entry held = find(hold.key(), now);
    if (held == null || !held.isInFlight() || held.token() != hold.token()) {
      return Tenure.LOST;
    }
    put(hold.key(), held.renewed(Millis.of(lease), now));
    return Tenure.HELD;
  }

  Tenure settle(Hold hold, char state, String outcome, Duration ttl, long now) {
    Entry held = find(hold.key(), now);
    if (held == null
        || held.token() != hold.token()
        || !(held.isInFlight() || held.isSettled(state, outcome))) {
      return Tenure.LOST;
    }
    put(hold.key(), held.settled(state, outcome, now + Millis.of(ttl)));
    return Tenure.HELD;
  }

  Tenure release(Hold hold, long now) {
    Entry held = find(hold.key(), now);
    if (held == null || !held.isInFlight() || held.token() != hold.token()) {
      return Tenure.LOST;
    }
    remove(hold.key(), held);
    return Tenure.HELD;
  }

  /** Forgets up to that many entries that are over, and none that is damaged; answers how many. */
  int sweep(int most, long now) {
    int swept = 0;
    String limit = moment(now);
    Iterator<Map.Entry<String, String>> due = ends.entrySet().iterator();
    while (swept < most && due.hasNext()) {
      Map.Entry<String, String> end = due.next();
      if (end.getKey().compareTo(limit) > 0) {
        return swept;
      }
      String text = calls.get(end.getValue());
      if (text == null || Entry.tryParse(text).filter(entry -> entry.isOver(now)).isPresent()) {
        ends.remove(end.getKey());
        calls.remove(end.getValue());
        swept++;
      }
    }
    return swept;
  }

  /** How large the file may become before it is written anew; empty if it never was. */
  OptionalLong limit() {
    Long limit = facts.get(LIMIT_KEY);
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  /** Takes over what is no entry. */
  void copyFacts(Entries other, long limit) {
    facts.put(TOKEN_KEY, other.facts.getOrDefault(TOKEN_KEY, 0L));
    facts.put(LIMIT_KEY, limit);
  }

  /** Makes the entry of a digest that text, or removes it, whatever it was before. */
  void set(String digest, @Nullable String text) {
    String old = text == null ? calls.remove(digest) : calls.put(digest, text);
    if (old != null) {
      Entry.tryParse(old).ifPresent(entry -> ends.remove(end(digest, entry)));
    }
    if (text != null) {
      Entry.tryParse(text).ifPresent(entry -> ends.put(end(digest, entry), digest));
    }
  }

  private @Nullable Entry find(StoredKey key, long now) {
    String text = calls.get(key.digest());
    Entry known = text == null ? null : Entry.parse(text);
    if (known == null || !known.isOver(now)) {
      return known;
    }
    remove(key, known);
    return null;
  }

  private void put(StoredKey key, Entry entry) {
    calls.put(key.digest(), entry.text());
  }

  private void remove(StoredKey key, Entry entry) {
    ends.remove(end(key.digest(), entry));
    calls.remove(key.digest());
  }

  private long nextToken() {
    long next = facts.getOrDefault(TOKEN_KEY, 0L) + 1;
    facts.put(TOKEN_KEY, next);
    return next;
  }

  private static String end(String digest, Entry entry) {
    return moment(entry.sweepAfter()) + digest;
  }

  private static String moment(long millis) {
    return String.format("%016x", millis);
  }
}
