package dev.holdfast.store.redis;

import com.google.auto.service.AutoService;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFactory;
import dev.holdfast.core.store.blocking.BackgroundSettings;
import dev.holdfast.core.store.blocking.BackgroundStore;
import dev.holdfast.core.store.blocking.StoreNews;
import java.util.Set;

/** Makes stores in Redis. */
@AutoService(StoreFactory.class)
public final class RedisStoreFactory implements StoreFactory {

  /** For the {@link java.util.ServiceLoader}. */
  public RedisStoreFactory() {}

  @Override
  public Set<String> schemes() {
    return Set.of("redis", RedisTarget.ENCRYPTED);
  }

  @Override
  public IdempotencyStore open(StoreAddress address, Services services) {
    RedisTarget target = RedisTarget.of(address, services.configuration());
    StoreNews news = new StoreNews(address.name(), services.events());
    return new BackgroundStore(
        BackgroundSettings.of(address, RedisOpener.MOST_CONNECTIONS),
        new RedisOpener(target, news),
        target.credentials().secrets(),
        news,
        services.time());
  }
}
