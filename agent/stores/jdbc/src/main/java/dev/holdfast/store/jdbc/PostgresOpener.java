package dev.holdfast.store.jdbc;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.Secrets;
import dev.holdfast.core.store.blocking.StoreCredentials;
import dev.holdfast.core.store.blocking.StoreNews;
import dev.holdfast.core.store.blocking.StoreOpener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Connects to a database, sees to the table, and looks whether what is written there is kept. On a
 * connection of its own: a pool does not say at once that there is none to be had.
 */
record PostgresOpener(
    StoreAddress address,
    PostgresUrl url,
    StoreCredentials credentials,
    boolean mayCreate,
    StoreNews news)
    implements StoreOpener {

  static PostgresOpener of(StoreAddress address, Configuration configuration, StoreNews news) {
    boolean mayCreate =
        address.setting("create", configuration).map(Boolean::parseBoolean).orElse(true);
    return new PostgresOpener(
        address,
        PostgresUrl.of(address),
        StoreCredentials.read(address, configuration),
        mayCreate,
        news);
  }

  Secrets secrets() {
    url.secrets().forEach(credentials.secrets()::add);
    return credentials.secrets();
  }

  @Override
  public BlockingStore open() throws SQLException {
    DirectSource source = PostgresPool.source(address, url, credentials);
    Optional<String> weakness;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      PostgresSchema.prepare(connection, statement, address.key(), mayCreate);
      weakness = PostgresHealth.weakness(statement);
    }
    weakness.ifPresent(news::isWeak);
    return new PostgresStore(PostgresPool.open(address, source));
  }
}
