package dev.holdfast.store.h2;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What is kept of one key. Moments are milliseconds since 1970.
 *
 * @param state {@code F}, in flight, {@code C}, completed, or {@code X}, failed
 * @param token of the last claim
 * @param takeovers how many holders were lost before this one
 * @param leaseEnds when a holder that does not renew is lost
 * @param expires when the entry counts no more
 * @param sweepAfter when it is to be looked at whether it counts; fixed by the claim
 * @param fingerprint of the arguments; empty if they are not compared
 * @param owner of the last claim
 * @param outcome empty while in flight
 */
record Entry(
    char state,
    long token,
    int takeovers,
    long leaseEnds,
    long expires,
    long sweepAfter,
    String fingerprint,
    String owner,
    String outcome) {

  static final char IN_FLIGHT = 'F';
  static final char COMPLETED = 'C';
  static final char FAILED = 'X';

  private static final int FIELDS = 8;
  private static final String ABSENT = "-";

  /** The entry of a claim. */
  static Entry claimed(ClaimRequest request, String owner, long token, int takeovers, long now) {
    long leaseEnds = now + Millis.of(request.lease());
    long ttl = Millis.of(request.ttl());
    return new Entry(
        IN_FLIGHT,
        token,
        takeovers,
        leaseEnds,
        leaseEnds + ttl,
        now + ttl,
        request.fingerprint().orElse(""),
        owner,
        "");
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws StoreFailure if it is something else
   */
  static Entry parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new StoreFailure("the entry of a key is not one that this agent wrote"));
  }

  /** Reads what {@link #text} wrote; empty if it is something else. */
  static Optional<Entry> tryParse(String text) {
    int end = text.indexOf('\n');
    String[] fields = text.substring(0, Math.max(0, end)).split(" ");
    try {
      if (fields.length == FIELDS && fields[0].length() == 1) {
        return Optional.of(
            new Entry(
                fields[0].charAt(0),
                Long.parseLong(fields[1]),
                Integer.parseInt(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                Long.parseLong(fields[5]),
                fields[6].equals(ABSENT) ? "" : fields[6],
                fields[7],
                text.substring(end + 1)));
      }
    } catch (NumberFormatException damaged) {
      // Answered below.
    }
    return Optional.empty();
  }

  /** One line, and the outcome after it. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%c %d %d %d %d %d %s %s\n%s",
        state,
        token,
        takeovers,
        leaseEnds,
        expires,
        sweepAfter,
        fingerprint.isEmpty() ? ABSENT : fingerprint,
        owner,
        outcome);
  }

  boolean isOver(long now) {
    return now >= expires;
  }

  boolean isInFlight() {
    return state == IN_FLIGHT;
  }

  /** Whether a claim may have it: a lost one that the request takes over. */
  boolean isFreeFor(ClaimRequest request, long now) {
    return isLost(now) && request.takesOver() && !contradicts(request);
  }

  /** What it means to who asked and may not have it. */
  Claim answer(ClaimRequest request, String asker, long now) {
    if (isInFlight() && asker.equals(owner)) {
      return new Claim.Acquired(token, takeovers > 0);
    }
    if (contradicts(request)) {
      return new Claim.Mismatch();
    }
    if (isLost(now)) {
      return new Claim.Unknown();
    }
    return switch (state) {
      case IN_FLIGHT -> new Claim.InFlight(Duration.ofMillis(leaseEnds - now));
      case COMPLETED -> new Claim.Completed(outcome);
      case FAILED -> new Claim.Failed(outcome);
      default ->
          throw new StoreFailure(
              "the entry of a key is in state " + state + " (expected: F, C or X)");
    };
  }

  Entry renewed(long leaseMillis, long now) {
    long ttl = expires - leaseEnds;
    long ends = now + leaseMillis;
    return new Entry(
        state, token, takeovers, ends, ends + ttl, sweepAfter, fingerprint, owner, outcome);
  }

  Entry settled(char how, String with, long until) {
    return new Entry(how, token, takeovers, leaseEnds, until, sweepAfter, fingerprint, owner, with);
  }

  /** Whether it was settled like this already. */
  boolean isSettled(char how, String with) {
    return state == how && outcome.equals(with);
  }

  private boolean isLost(long now) {
    return isInFlight() && now >= leaseEnds;
  }

  private boolean contradicts(ClaimRequest request) {
    return request.contradicts(Optional.of(fingerprint).filter(print -> !print.isEmpty()));
  }
}
