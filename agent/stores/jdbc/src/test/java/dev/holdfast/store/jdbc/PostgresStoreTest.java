package dev.holdfast.store.jdbc;

import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** The contract, on a real server. */
final class PostgresStoreTest extends StoreContract {

  private IdempotencyStore store = Connected.to(Postgres.url());

  @BeforeEach
  void forget() {
    Postgres.forget();
  }

  @Override
  protected IdempotencyStore store() {
    return store;
  }

  @Override
  protected void pass(Duration time) {
    Postgres.pass(time);
  }
}
