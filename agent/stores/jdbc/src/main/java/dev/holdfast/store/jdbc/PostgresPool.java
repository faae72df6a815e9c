package dev.holdfast.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreCredentials;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.time.SystemThreads;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The connections to one database. They are opened as they are needed and closed when idle. */
final class PostgresPool {

  /** Enough to keep a database busy with commits; few enough for many instances at one database. */
  static final int MOST_CONNECTIONS = 10;

  private static final int CONNECT_SECONDS = 3;
  private static final int ANSWER_SECONDS = 5;
  private static final long IDLE_MILLIS = 60_000;

  private PostgresPool() {}

  /**
   * Connects once.
   *
   * @throws StoreFailure if the URL cannot be right
   * @throws RuntimeException if there is no connection to be had
   */
  static HikariDataSource open(StoreAddress address, StoreCredentials credentials)
      throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(address, credentials));
    config.setPoolName(address.key());
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setIdleTimeout(IDLE_MILLIS);
    config.setConnectionTimeout(CONNECT_SECONDS * 1_000L);
    config.setAutoCommit(true);
    config.setRegisterMbeans(false);
    config.setThreadFactory(task -> SystemThreads.daemon("holdfast-pool", task));
    return new HikariDataSource(config);
  }

  private static DirectSource source(StoreAddress address, StoreCredentials credentials)
      throws SQLException {
    if (Driver.parseURL(address.url(), null) == null) {
      throw new StoreFailure(
          "%s cannot be read (expected: %s//HOST[:PORT]/DATABASE)"
              .formatted(address.key(), JdbcStoreFactory.POSTGRESQL));
    }
    Properties properties = new Properties();
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.APPLICATION_NAME.set(properties, "holdfast");
    credentials.user().ifPresent(user -> PGProperty.USER.set(properties, user));
    credentials
        .password()
        .ifPresent(password -> PGProperty.PASSWORD.set(properties, password.reveal()));
    return DirectSource.of(address.url(), properties);
  }
}
