package dev.holdfast.store.jdbc;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a key in a transaction, after it was asked for. */
record KeyRow(String state, Optional<String> fingerprint, @Nullable String outcome) {

  /** Written just now. */
  private static final String ACQUIRED = "A";

  /** Held by another transaction. */
  private static final String AWAITED = "W";

  /** Committed without having been settled. */
  private static final String UNSETTLED = "F";

  static KeyRow read(ResultSet row) throws SQLException {
    return new KeyRow(row.getString(1), Optional.ofNullable(row.getString(2)), row.getString(3));
  }

  /** What it means to who asked. */
  Claim answer(ClaimRequest request) {
    if (state.equals(ACQUIRED)) {
      return new Claim.Acquired(0, false);
    }
    if (state.equals(AWAITED)) {
      return new Claim.InFlight(Duration.ZERO);
    }
    if (request.contradicts(fingerprint)) {
      return new Claim.Mismatch();
    }
    if (state.equals(UNSETTLED)) {
      return new Claim.Unknown();
    }
    if (outcome == null) {
      throw new StoreFailure("the row of a key is in state " + state + " without an outcome");
    }
    return switch (state) {
      case Row.COMPLETED -> new Claim.Completed(outcome);
      case Row.FAILED -> new Claim.Failed(outcome);
      default ->
          throw new StoreFailure(
              "the row of a key is in state " + state + " (expected: F, C or X)");
    };
  }
}
