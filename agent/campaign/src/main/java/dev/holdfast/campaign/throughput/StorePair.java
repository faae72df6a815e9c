package dev.holdfast.campaign.throughput;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFactory;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.SystemTime;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** As the agent does it, with all that makes it safe. */
record StorePair(IdempotencyStore store, String result) implements Pair {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String FINGERPRINT = "f".repeat(64);

  static StorePair open(StoreFactory factory, String url, String result) {
    Services services =
        new Services(
            new SystemTime(() -> Duration.ZERO),
            Runnable::run,
            new Events(),
            new States(),
            type -> MethodHandles.lookup(),
            key -> Optional.empty());
    return new StorePair(factory.open(new StoreAddress("", url), services), result);
  }

  @Override
  public void run(String key) {
    StoredKey stored = StoredKey.of("shop.Cart#pay", List.of(), key);
    ClaimRequest request = new ClaimRequest(stored, Optional.of(FINGERPRINT), MINUTE, MINUTE, true);
    Claim claim = store.claim(request).toCompletableFuture().join();
    Hold hold = new Hold(stored, ((Claim.Acquired) claim).token());
    store.complete(hold, result, MINUTE).toCompletableFuture().join();
  }
}
