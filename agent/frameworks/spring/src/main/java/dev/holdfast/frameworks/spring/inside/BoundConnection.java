package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.call.OpenConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A connection that Spring has bound to the thread for its transaction, be that one of JDBC's,
 * JPA's or Hibernate's. Loaded only where there is JDBC.
 */
record BoundConnection(DataSource pool, Connection connection) implements OpenConnection {

  /** Those that do not commit by themselves: others are bound for reading beside a transaction. */
  static List<OpenConnection> all() {
    return TransactionSynchronizationManager.getResourceMap().entrySet().stream()
        .flatMap(bound -> of(bound).stream())
        .toList();
  }

  private static Optional<OpenConnection> of(Map.Entry<Object, Object> bound) {
    if (!(bound.getKey() instanceof DataSource pool)
        || !(bound.getValue() instanceof ConnectionHolder holder)
        || holder.getConnectionHandle() == null) {
      return Optional.empty(); // a connection that was given back meanwhile is got anew when used
    }
    Connection connection = holder.getConnection();
    return commitsItself(connection)
        ? Optional.empty()
        : Optional.of(new BoundConnection(pool, connection));
  }

  /** A source that has only one hands out that of the transaction. */
  @Override
  @SuppressWarnings("ReferenceEquality") // connections are told apart by identity
  public Optional<Connection> another() throws SQLException {
    Connection other = pool.getConnection();
    return other == connection ? Optional.empty() : Optional.of(other);
  }

  @Override
  public Throwable broken(String message, SQLException cause) {
    return new ConcurrencyFailureException(message, cause);
  }

  private static boolean commitsItself(Connection connection) {
    try {
      return connection.getAutoCommit();
    } catch (SQLException closed) {
      return true;
    }
  }
}
