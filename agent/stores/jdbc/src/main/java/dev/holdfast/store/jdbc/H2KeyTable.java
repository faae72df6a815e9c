package dev.holdfast.store.jdbc;

import com.google.auto.service.AutoService;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.transaction.KeyTable;
import dev.holdfast.core.store.transaction.SqlStates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in transactions of H2. Who claims a key holds its row; others wait for the row, as long as
 * the session's lock timeout says, and a statement that fails ends nothing but itself.
 */
@AutoService(KeyTable.class)
public final class H2KeyTable implements KeyTable {

  private static final int TABLES = 2;
  private static final int MOST_RACES = 3;
  private static final int AT_ONCE = 1;

  /** The row is there, be it committed or not. */
  private static final String DUPLICATE = "23505";

  /** Another transaction has the row: the wait for it was over, or H2 does not wait. */
  private static final Set<String> LOCKED = Set.of("HYT00", "90131");

  /** For the {@link java.util.ServiceLoader}. */
  public H2KeyTable() {}

  @Override
  public String database() {
    return "H2";
  }

  @Override
  public String scheme() {
    return "jdbc:h2";
  }

  @Override
  public boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return number(statement, H2KeySql.COUNT_TABLES) == TABLES
          && PostgresSchema.hasVersion(statement);
    }
  }

  @Override
  public boolean isCreatedInTransaction() {
    return false;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : H2Schema.DDL.split(";\n")) {
        statement.execute(each);
      }
    }
  }

  @Override
  public Claim claim(Connection connection, ClaimRequest request) throws SQLException {
    for (int races = 0; races < MOST_RACES; races++) {
      Optional<KeyRow> known = read(connection, request.key());
      if (known.isPresent()) {
        return known.get().answer(request);
      }
      try {
        patiently(connection, AT_ONCE, () -> insert(connection, request));
        return new Claim.Acquired(0, false);
      } catch (SQLException failure) {
        if (LOCKED.contains(state(failure))) {
          return new Claim.InFlight(Duration.ZERO);
        }
        if (!state(failure).equals(DUPLICATE)) {
          throw failure;
        }
      }
    }
    throw new SQLException(
        "the key was settled by a transaction that this one does not see",
        SqlStates.SERIALIZATION_FAILURE);
  }

  /** Tries to write a row in place of the one that is waited for, and takes it back. */
  @Override
  public void await(Connection connection, StoredKey key, long millis) throws SQLException {
    Savepoint before = connection.setSavepoint();
    ClaimRequest probe =
        new ClaimRequest(key, Optional.empty(), Duration.ofMillis(1), Duration.ofMillis(1), false);
    try {
      patiently(connection, millis, () -> insert(connection, probe));
    } catch (SQLException failure) {
      if (!LOCKED.contains(state(failure)) && !state(failure).equals(DUPLICATE)) {
        undo(connection, before, failure);
        throw failure;
      }
    }
    connection.rollback(before);
  }

  /** A transaction that was ended has no savepoint any more, and what ended it is to be told. */
  private static void undo(Connection connection, Savepoint before, SQLException failure) {
    try {
      connection.rollback(before);
    } catch (SQLException more) {
      failure.addSuppressed(more);
    }
  }

  @Override
  public void complete(Connection connection, StoredKey key, String result, Duration ttl)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(H2KeySql.COMPLETE)) {
      statement.setString(1, result);
      statement.setLong(2, Column.millis(ttl));
      statement.setString(3, key.digest());
      Column.requireOne(statement.executeUpdate());
    }
  }

  @Override
  public void release(Connection connection, StoredKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(H2KeySql.RELEASE)) {
      statement.setString(1, key.digest());
      statement.executeUpdate();
    }
  }

  @Override
  public int sweep(Connection connection, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(H2KeySql.SWEEP)) {
      statement.setInt(1, most);
      int[] swept = new int[1];
      patiently(connection, AT_ONCE, () -> swept[0] = statement.executeUpdate());
      return swept[0];
    } catch (SQLException failure) {
      if (SqlStates.isBroken(failure)) {
        throw failure; // H2 has rolled back all that was done so far
      }
      return 0; // what is locked is for another turn
    }
  }

  private static Optional<KeyRow> read(Connection connection, StoredKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(H2KeySql.READ)) {
      statement.setString(1, key.digest());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(KeyRow.read(row)) : Optional.empty();
      }
    }
  }

  private static void insert(Connection connection, ClaimRequest request) throws SQLException {
    try (PreparedStatement removing = connection.prepareStatement(H2KeySql.REMOVE);
        PreparedStatement statement = connection.prepareStatement(H2KeySql.INSERT)) {
      removing.setString(1, request.key().digest());
      removing.executeUpdate();
      statement.setString(1, request.key().digest());
      statement.setString(2, Column.text(request.key().name()));
      statement.setString(3, request.fingerprint().orElse(null));
      statement.setLong(4, Column.millis(request.ttl()));
      statement.setLong(5, Column.millis(request.ttl()));
      statement.executeUpdate();
    }
  }

  /** Does something that waits for locks so long at most; then the session is as it was. */
  private static void patiently(Connection connection, long millis, Step step) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int before = number(statement, H2KeySql.READ_PATIENCE);
      statement.execute(H2KeySql.SET_PATIENCE + millis);
      try {
        step.run();
      } finally {
        statement.execute(H2KeySql.SET_PATIENCE + before);
      }
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static String state(SQLException failure) {
    return String.valueOf(failure.getSQLState());
  }

  /** Something done in the database. */
  private interface Step {
    void run() throws SQLException;
  }
}
