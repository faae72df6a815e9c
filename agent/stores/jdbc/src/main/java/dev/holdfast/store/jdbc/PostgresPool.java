package dev.holdfast.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.blocking.StoreCredentials;
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

  /** Whatever the database's own default: stricter ones fail where two claim one key. */
  private static final String ISOLATION = "TRANSACTION_READ_COMMITTED";

  private PostgresPool() {}

  /** Connects when a connection is asked for. */
  static HikariDataSource open(StoreAddress address, DirectSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName(address.key());
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setIdleTimeout(IDLE_MILLIS);
    config.setConnectionTimeout(CONNECT_SECONDS * 1_000L);
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(true);
    config.setTransactionIsolation(ISOLATION);
    config.setRegisterMbeans(false);
    config.setThreadFactory(task -> SystemThreads.daemon("holdfast-pool", task));
    return new HikariDataSource(config);
  }

  /**
   * Where connections come from. What the URL says wins, but for user and password.
   *
   * @throws StoreFailure if the URL cannot be right
   */
  static DirectSource source(StoreAddress address, PostgresUrl url, StoreCredentials credentials)
      throws SQLException {
    if (Driver.parseURL(url.url(), null) == null) {
      throw PostgresUrl.unreadable(address);
    }
    Properties properties = new Properties();
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.APPLICATION_NAME.set(properties, "holdfast");
    properties.putAll(url.properties());
    credentials.user().ifPresent(user -> PGProperty.USER.set(properties, user));
    return DirectSource.of(url.url(), () -> withPassword(properties, credentials));
  }

  private static Properties withPassword(Properties properties, StoreCredentials credentials) {
    Properties all = new Properties();
    all.putAll(properties);
    credentials.password().ifPresent(password -> PGProperty.PASSWORD.set(all, password.reveal()));
    return all;
  }
}
