package dev.holdfast.store.jdbc;

import com.google.auto.service.AutoService;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.transaction.KeyTable;
import dev.holdfast.core.store.transaction.SqlStates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * Keys in transactions of PostgreSQL, in the table of the store. Who claims a key holds a lock on
 * it, so that others can tell without an error, which would end their transactions; the table's
 * primary key is what makes two effects impossible.
 */
@AutoService(KeyTable.class)
public final class PostgresKeyTable implements KeyTable {

  /** How often others may be faster between two looks; more often only in an older snapshot. */
  private static final int MOST_RACES = 3;

  /** The lock did not come in time, or the statement took too long for the application. */
  private static final Set<String> TOO_LATE = Set.of("55P03", "57014");

  /** For the {@link java.util.ServiceLoader}. */
  public PostgresKeyTable() {}

  @Override
  public String database() {
    return "PostgreSQL";
  }

  @Override
  public String scheme() {
    return "jdbc:postgresql";
  }

  @Override
  public boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PostgresKeySql.SAVE);
      try {
        boolean exists = PostgresSchema.exists(statement);
        statement.execute(PostgresKeySql.FORGET);
        return exists;
      } catch (SQLException | StoreFailure failure) {
        undo(statement, failure);
        throw failure;
      }
    }
  }

  @Override
  public boolean outlasts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PostgresKeySql.OUTLASTS)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public boolean isCreatedInTransaction() {
    return true;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    guarded(connection, PostgresKeySql.CREATE);
  }

  @Override
  public Claim claim(Connection connection, ClaimRequest request) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PostgresKeySql.CLAIM)) {
      statement.setString(1, request.key().digest());
      statement.setString(2, Column.text(request.key().name()));
      statement.setString(3, request.fingerprint().orElse(null));
      statement.setLong(4, Column.millis(request.ttl()));
      statement.setLong(5, lock(request.key()));
      for (int races = 0; races < MOST_RACES; races++) {
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            return KeyRow.read(row).answer(request);
          }
        }
      }
      throw new SQLException(
          "the key was settled by a transaction that this one does not see",
          SqlStates.SERIALIZATION_FAILURE);
    }
  }

  @Override
  public void await(Connection connection, StoredKey key, long millis) throws SQLException {
    try {
      guarded(
          connection,
          PostgresKeySql.AWAIT.formatted(Long.toString(millis), Long.toString(lock(key))));
    } catch (SQLException failure) {
      if (!TOO_LATE.contains(String.valueOf(failure.getSQLState()))) {
        throw failure;
      }
    }
  }

  @Override
  public void complete(Connection connection, StoredKey key, String result, Duration ttl)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PostgresKeySql.COMPLETE)) {
      statement.setString(1, result);
      statement.setLong(2, Column.millis(ttl));
      statement.setString(3, key.digest());
      Column.requireOne(statement.executeUpdate());
    }
  }

  @Override
  public void release(Connection connection, StoredKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PostgresKeySql.RELEASE)) {
      statement.setString(1, key.digest());
      statement.executeUpdate();
    }
  }

  @Override
  public int sweep(Connection connection, int most) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PostgresKeySql.SAVE);
      try (PreparedStatement sweeping = connection.prepareStatement(PostgresKeySql.SWEEP)) {
        sweeping.setInt(1, most);
        int swept = sweeping.executeUpdate();
        statement.execute(PostgresKeySql.FORGET);
        return swept;
      } catch (SQLException failure) {
        statement.execute(PostgresKeySql.UNDO);
        return 0;
      }
    }
  }

  /** Runs statements that begin with a savepoint; what fails is undone, and the rest stands. */
  private static void guarded(Connection connection, String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try {
        statement.execute(statements);
      } catch (SQLException failure) {
        undo(statement, failure);
        throw failure;
      }
    }
  }

  private static void undo(Statement statement, Exception failure) {
    try {
      statement.execute(PostgresKeySql.UNDO);
    } catch (SQLException more) {
      failure.addSuppressed(more);
    }
  }

  /** Locks are numbers: a part of the digest will do, as who meets another key's only waits. */
  private static long lock(StoredKey key) {
    return Long.parseUnsignedLong(key.digest(), 0, 16, 16);
  }
}
