package dev.holdfast.store.jdbc;

import com.google.auto.service.AutoService;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFactory;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.blocking.BackgroundSettings;
import dev.holdfast.core.store.blocking.BackgroundStore;
import dev.holdfast.core.store.blocking.StoreNews;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes stores in databases. */
@AutoService(StoreFactory.class)
public final class JdbcStoreFactory implements StoreFactory {

  /** What URLs of databases that can be stores begin with. */
  static final String POSTGRESQL = "jdbc:postgresql:";

  /** H2 holds the keys of transactions in it, and is no store beside that. */
  static final String H2 = "jdbc:h2:";

  /** For the {@link java.util.ServiceLoader}. */
  public JdbcStoreFactory() {}

  @Override
  public Set<String> schemes() {
    return Set.of("jdbc");
  }

  @Override
  public Optional<String> schema(String url) {
    String whole = (url.endsWith(":") ? url : url + ":").toLowerCase(Locale.ROOT);
    if (whole.startsWith(POSTGRESQL)) {
      return Optional.of(PostgresSchema.DDL);
    }
    return whole.startsWith(H2) ? Optional.of(H2Schema.DDL) : Optional.empty();
  }

  @Override
  public IdempotencyStore open(StoreAddress address, Services services) {
    if (!address.url().toLowerCase(Locale.ROOT).startsWith(POSTGRESQL)) {
      throw new StoreFailure(
          "%s is not a database that can be a store (expected: %s//HOST[:PORT]/DATABASE)"
              .formatted(address.key(), POSTGRESQL));
    }
    StoreNews news = new StoreNews(address.name(), services.events());
    PostgresOpener opener = PostgresOpener.of(address, services.configuration(), news);
    return new BackgroundStore(
        BackgroundSettings.of(address, PostgresPool.MOST_CONNECTIONS),
        opener,
        opener.secrets(),
        news,
        services.time());
  }
}
