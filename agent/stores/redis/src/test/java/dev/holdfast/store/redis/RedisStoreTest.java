package dev.holdfast.store.redis;

import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** The contract, on a real server. */
final class RedisStoreTest extends StoreContract {

  private final IdempotencyStore store = Connected.to(Redis.url());

  @BeforeEach
  void forget() {
    Redis.forget();
  }

  @Override
  protected IdempotencyStore store() {
    return store;
  }

  @Override
  protected void pass(Duration time) {
    Redis.pass(time);
  }

  @Override
  protected boolean forgetsByItself() {
    return true;
  }
}
