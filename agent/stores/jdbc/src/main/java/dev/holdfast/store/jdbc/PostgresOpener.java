package dev.holdfast.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Secret;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreCredentials;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.Secrets;
import dev.holdfast.core.store.blocking.StoreOpener;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Connects to a database and sees to the table. */
record PostgresOpener(
    StoreAddress address, StoreCredentials credentials, boolean mayCreate, Secrets secrets)
    implements StoreOpener {

  static PostgresOpener of(StoreAddress address, Configuration configuration) {
    StoreCredentials credentials = StoreCredentials.read(address, configuration);
    boolean mayCreate =
        address.setting("create", configuration).map(Boolean::parseBoolean).orElse(true);
    List<String> words = new ArrayList<>();
    credentials.password().map(Secret::reveal).ifPresent(words::add);
    words.addAll(UrlSecrets.in(address.url()));
    return new PostgresOpener(address, credentials, mayCreate, new Secrets(words));
  }

  @Override
  public BlockingStore open() throws SQLException {
    HikariDataSource pool = PostgresPool.open(address, credentials);
    try {
      PostgresSchema.prepare(pool, mayCreate);
    } catch (Throwable failure) {
      pool.close();
      throw failure;
    }
    return new PostgresStore(pool);
  }
}
