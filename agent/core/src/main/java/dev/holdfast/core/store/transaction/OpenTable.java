package dev.holdfast.core.store.transaction;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A table of keys and the open transaction in which it is used.
 *
 * @param whenAbsent told when the table turns out to be gone
 */
public record OpenTable(
    KeyTable table, Connection connection, Sweeping sweeping, Runnable whenAbsent) {

  /** Asks for a key; see {@link KeyTable#claim}. */
  public Claim claim(ClaimRequest request) throws SQLException {
    try {
      return table.claim(connection, request);
    } catch (SQLException failure) {
      if (SqlStates.isAbsent(failure)) {
        whenAbsent.run();
      }
      throw failure;
    }
  }

  /** Waits for who holds a key; see {@link KeyTable#await}. */
  public void await(StoredKey key, long millis) throws SQLException {
    table.await(connection, key, millis);
  }

  /** Settles a key; see {@link KeyTable#complete}. Sometimes sweeps too. */
  public void complete(StoredKey key, String result, Duration ttl) throws SQLException {
    table.complete(connection, key, result, ttl);
    if (sweeping.isDue()) {
      sweeping.swept(table.sweep(connection, Sweeping.BATCH));
    }
  }

  /** Gives a key back; see {@link KeyTable#release}. */
  public void release(StoredKey key) throws SQLException {
    table.release(connection, key);
  }
}
