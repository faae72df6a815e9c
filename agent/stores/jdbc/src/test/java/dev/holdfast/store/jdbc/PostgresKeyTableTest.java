package dev.holdfast.store.jdbc;

import dev.holdfast.core.store.transaction.KeyTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** The contract, on a real server. */
final class PostgresKeyTableTest extends KeyTableContract {

  @Override
  KeyTable table() {
    return new PostgresKeyTable();
  }

  @Override
  Connection connect() throws SQLException {
    Connection connection = DirectSource.of(Postgres.url(), Properties::new).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}
