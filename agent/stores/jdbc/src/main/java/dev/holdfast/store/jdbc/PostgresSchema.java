package dev.holdfast.store.jdbc;

import dev.holdfast.core.store.StoreFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The table, and its version. Created under a lock of the database, because {@code if not exists}
 * alone fails for one of two who create at once.
 */
final class PostgresSchema {

  /** The version that this code reads and writes. */
  static final int VERSION = 1;

  /** An arbitrary number that all instances lock: "holdfast" in ASCII. */
  static final long LOCK = 0x686f6c6466617374L;

  /** What creates all there is, for those who may not let the agent do it. */
  static final String DDL =
      """
      create table if not exists holdfast_schema (
        version integer primary key
      );
      create sequence if not exists holdfast_token;
      create table if not exists holdfast_call (
        digest text primary key,
        name text not null,
        fingerprint text,
        state text not null,
        token bigint not null,
        owner text not null,
        takeovers integer not null,
        lease_ends timestamptz not null,
        expires timestamptz not null,
        sweep_after timestamptz not null,
        outcome text
      ) with (fillfactor = 70);
      create index if not exists holdfast_call_sweep on holdfast_call (sweep_after);
      insert into holdfast_schema (version) values (1) on conflict do nothing;
      """;

  /** Insufficient privilege, and no schema to create in. */
  private static final Set<String> MAY_NOT = Set.of("42501", "3F000");

  private static final String EXISTS =
      """
      select to_regclass('holdfast_schema') is not null and to_regclass('holdfast_call') is not null
        and to_regclass('holdfast_token') is not null
      """;

  /** In words that H2 understands, too. */
  private static final String READ_VERSION =
      "select version from holdfast_schema order by version desc fetch first 1 rows only";

  private PostgresSchema() {}

  /**
   * Sees to it that the table is there.
   *
   * @throws StoreFailure if it is absent and may not be created, or is of another version
   */
  static void prepare(Connection connection, Statement statement, String store, boolean mayCreate)
      throws SQLException {
    if (exists(statement)) {
      return;
    }
    if (!mayCreate) {
      throw absent(store + ".create is false");
    }
    create(connection, statement);
    if (!exists(statement)) {
      throw absent("it was gone as soon as it had been created");
    }
  }

  private static void create(Connection connection, Statement statement) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    try {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      statement.execute(DDL);
      connection.commit();
    } catch (SQLException failure) {
      connection.rollback();
      if (MAY_NOT.contains(String.valueOf(failure.getSQLState()))) {
        throw absent("it may not be created here (" + SqlTrouble.firstLine(failure) + ")");
      }
      throw failure;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static StoreFailure absent(String why) {
    return new StoreFailure(
        "the table holdfast_call is absent, and %s (expected: the table). Create it with what java -jar holdfast-agent.jar schema jdbc:postgresql prints."
            .formatted(why));
  }

  /**
   * Whether all is there that belongs to the table.
   *
   * @throws StoreFailure if it is of another version
   */
  static boolean exists(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(EXISTS)) {
      if (!row.next() || !row.getBoolean(1)) {
        return false;
      }
    }
    return hasVersion(statement);
  }

  /**
   * Whether a version is written down; a table without one was not created to its end, or somebody
   * has emptied it.
   *
   * @throws StoreFailure if it is another one
   */
  static boolean hasVersion(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(READ_VERSION)) {
      if (!row.next()) {
        return false;
      }
      int version = row.getInt(1);
      if (version != VERSION) {
        throw new StoreFailure(
            "the table holdfast_call is of version %d (expected: %d, that of this agent)"
                .formatted(version, VERSION));
      }
      return true;
    }
  }
}
