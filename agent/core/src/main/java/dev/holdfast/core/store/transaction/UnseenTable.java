package dev.holdfast.core.store.transaction;

import dev.holdfast.core.call.OwnWork;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A table whose statements are not the application's: they go through its connection, but an
 * outcome must be written even after the deadline, and a claim is no effect of the attempt.
 */
@SuppressWarnings("try") // what is closed is not used
record UnseenTable(KeyTable table) implements KeyTable {

  @Override
  public String database() {
    return table.database();
  }

  @Override
  public String scheme() {
    return table.scheme();
  }

  @Override
  public boolean exists(Connection connection) throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      return table.exists(connection);
    }
  }

  @Override
  public boolean outlasts(Connection connection) throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      return table.outlasts(connection);
    }
  }

  @Override
  public boolean isCreatedInTransaction() {
    return table.isCreatedInTransaction();
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      table.create(connection);
    }
  }

  @Override
  public Claim claim(Connection connection, ClaimRequest request) throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      return table.claim(connection, request);
    }
  }

  @Override
  public void await(Connection connection, StoredKey key, long millis) throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      table.await(connection, key, millis);
    }
  }

  @Override
  public void complete(Connection connection, StoredKey key, String result, Duration ttl)
      throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      table.complete(connection, key, result, ttl);
    }
  }

  @Override
  public void release(Connection connection, StoredKey key) throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      table.release(connection, key);
    }
  }

  @Override
  public int sweep(Connection connection, int most) throws SQLException {
    try (OwnWork unseen = OwnWork.begin()) {
      return table.sweep(connection, most);
    }
  }
}
