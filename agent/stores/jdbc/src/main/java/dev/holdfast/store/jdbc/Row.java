package dev.holdfast.store.jdbc;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link PostgresSql#CLAIM} answers: the row that it wrote, or the one that it found. */
record Row(
    String state,
    long token,
    int takeovers,
    Optional<String> fingerprint,
    @Nullable String owner,
    Duration left,
    @Nullable String outcome) {

  static final String COMPLETED = "C";
  static final String FAILED = "X";
  private static final String ACQUIRED = "A";
  private static final String IN_FLIGHT = "F";

  static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getString(1),
        row.getLong(2),
        row.getInt(3),
        Optional.ofNullable(row.getString(4)),
        row.getString(5),
        Duration.of(row.getLong(6), ChronoUnit.MICROS),
        row.getString(7));
  }

  /**
   * Whether it was in nobody's way any more when it was found; then it is to be looked at again.
   */
  boolean isFreeFor(ClaimRequest request) {
    return isLost() && request.takesOver() && !request.contradicts(fingerprint);
  }

  /** What the row means to who asked. */
  Claim answer(ClaimRequest request, String asker) {
    if (state.equals(ACQUIRED) || (state.equals(IN_FLIGHT) && asker.equals(owner))) {
      return new Claim.Acquired(token, takeovers > 0);
    }
    if (request.contradicts(fingerprint)) {
      return new Claim.Mismatch();
    }
    if (isLost()) {
      return new Claim.Unknown();
    }
    return switch (state) {
      case IN_FLIGHT -> new Claim.InFlight(left);
      case COMPLETED -> new Claim.Completed(stored());
      case FAILED -> new Claim.Failed(stored());
      default ->
          throw new StoreFailure(
              "the row of a key is in state " + state + " (expected: F, C or X)");
    };
  }

  private boolean isLost() {
    return state.equals(IN_FLIGHT) && (left.isNegative() || left.isZero());
  }

  private String stored() {
    if (outcome == null) {
      throw new StoreFailure("the row of a key is in state " + state + " without an outcome");
    }
    return outcome;
  }
}
