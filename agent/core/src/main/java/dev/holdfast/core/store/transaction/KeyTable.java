package dev.holdfast.core.store.transaction;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The table of keys in one kind of database, reached through a connection of the application that
 * has a transaction open; found by {@link java.util.ServiceLoader}.
 *
 * <p>Whoever claims a key holds it until its transaction ends: there is no lease, no token and no
 * holder that is lost, because a row that is not committed goes with the connection. Nothing here
 * commits, rolls back or closes. A transaction that was sound before a call is sound after it,
 * unless that throws.
 */
public interface KeyTable {

  /** The database's name, as its driver tells it. */
  String database();

  /** How those who may not let the agent create the table ask for what does: {@code jdbc:h2}. */
  String scheme();

  /**
   * Whether the table is there. The transaction is as sound as before, whatever comes of it.
   *
   * @throws dev.holdfast.core.store.StoreFailure if it is of another version
   */
  boolean exists(Connection connection) throws SQLException;

  /**
   * Whether a table that {@link #exists} stays if the transaction is rolled back, because it was
   * created before that.
   */
  default boolean outlasts(Connection connection) throws SQLException {
    return true;
  }

  /** Whether creating the table is a part of a transaction, and does not end it. */
  boolean isCreatedInTransaction();

  /**
   * Creates the table unless somebody else has.
   *
   * @param connection one in a transaction if that {@link #isCreatedInTransaction}, else one that
   *     commits by itself
   */
  void create(Connection connection) throws SQLException;

  /**
   * Asks for the right to make a call, without waiting for others.
   *
   * @return {@link Claim.InFlight} if another transaction holds the key, {@link Claim.Unknown} if
   *     one was committed that had not settled it
   * @throws SQLException with SQLSTATE 40001 if the key was settled by a transaction that this one
   *     does not see
   */
  Claim claim(Connection connection, ClaimRequest request) throws SQLException;

  /**
   * Waits until the transaction that holds the key has ended, or for so long at most; it may come
   * back early.
   *
   * @param millis at least 1
   */
  void await(Connection connection, StoredKey key, long millis) throws SQLException;

  /** The call that holds the key returned this; kept for {@code ttl} once it is committed. */
  void complete(Connection connection, StoredKey key, String result, Duration ttl)
      throws SQLException;

  /** The call that holds the key came to nothing. */
  void release(Connection connection, StoredKey key) throws SQLException;

  /**
   * Removes rows whose time is over, as a part of the transaction, which it does no harm.
   *
   * @param most how many at once
   * @return how many it were
   */
  int sweep(Connection connection, int most) throws SQLException;
}
