package dev.holdfast.store.jdbc;

import dev.holdfast.core.store.transaction.KeyTable;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/** The contract, in memory. */
final class H2KeyTableTest extends KeyTableContract {

  private final JdbcDataSource database = new JdbcDataSource();

  H2KeyTableTest() {
    database.setURL("jdbc:h2:mem:keys;DB_CLOSE_DELAY=-1");
  }

  @Override
  KeyTable table() {
    return new H2KeyTable();
  }

  @Override
  Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}
