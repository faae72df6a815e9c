package bank;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of its own, in which the bank has a database. */
record Database(EmbeddedPostgres server) implements AutoCloseable {

  private static final String NAME = "bank";

  static Database start() throws IOException, SQLException {
    Database started = new Database(EmbeddedPostgres.start());
    try (Connection connection = started.server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + NAME);
    }
    return started;
  }

  String url() {
    return server.getJdbcUrl("postgres", NAME);
  }

  /** The transactions that ended in the bank's database, by its own statistics. */
  Transactions transactions() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select xact_commit, xact_rollback from pg_stat_database where datname = '"
                    + NAME
                    + "'")) {
      row.next();
      return new Transactions(row.getLong(1), row.getLong(2));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** How many transactions committed and were rolled back. */
  record Transactions(long committed, long rolledBack) {

    Transactions since(Transactions earlier) {
      return new Transactions(committed - earlier.committed, rolledBack - earlier.rolledBack);
    }
  }
}
