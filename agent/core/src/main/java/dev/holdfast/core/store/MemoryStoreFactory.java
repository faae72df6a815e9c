package dev.holdfast.core.store;

import com.google.auto.service.AutoService;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.time.AtMostEvery;
import java.time.Duration;
import java.util.Set;

/** Makes stores in memory. */
@AutoService(StoreFactory.class)
public final class MemoryStoreFactory implements StoreFactory {

  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  /** For the {@link java.util.ServiceLoader}. */
  public MemoryStoreFactory() {}

  @Override
  public Set<String> schemes() {
    return Set.of("memory");
  }

  @Override
  public IdempotencyStore open(StoreAddress address, Services services) {
    if (!address.url().equals("memory")) {
      throw new StoreFailure(address.key() + " gives memory an address (expected: memory)");
    }
    StoreLimits limits = StoreLimits.DEFAULT;
    AtMostEvery warnings = new AtMostEvery(BETWEEN_WARNINGS, services.time());
    return new MemoryStore(
        services.time(),
        limits,
        new MemoryStoreNews(address.name(), limits, services.events(), warnings));
  }
}
