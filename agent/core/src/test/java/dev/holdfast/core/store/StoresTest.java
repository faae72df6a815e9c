package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.core.event.Event;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.time.FakeTime;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** How a store is chosen. */
final class StoresTest {

  private final Map<String, String> settings = new HashMap<>();
  private final Events events = new Events();
  private final List<Event> told = new ArrayList<>();
  private final FakeTime time = new FakeTime();
  private final Services services =
      new Services(
          time,
          Runnable::run,
          events,
          new States(),
          type -> MethodHandles.lookup(),
          key ->
              Optional.ofNullable(settings.get(key))
                  .map(value -> new Setting(value, new Origin.BuiltIn())));
  private final Stores stores = new Stores(List.of(new MemoryStoreFactory()));

  StoresTest() {
    events.subscribe(told::add);
  }

  @Test
  void keepsResultsInMemoryUnlessToldOtherwiseAndSaysSoOnce() {
    assertThat(claim("")).isCompletedWithValue(new Claim.Acquired(1, false));
    assertThat(claim("", 2)).isCompletedWithValue(new Claim.Acquired(2, false));

    assertThat(told).containsExactly(new StoreEvent.IsLocal(""));
    assertThat(told.get(0).sentence())
        .isEqualTo(
            "the default store is this JVM's memory: results are not shared with other instances,"
                + " and end with it");
  }

  @Test
  void opensEachNameOnce() {
    settings.put("holdfast.store.orders", "memory");

    assertThat(stores.find("orders", services)).isSameAs(stores.find("orders", services));
    assertThat(stores.find("orders", services)).isNotSameAs(stores.find("", services));
  }

  @Test
  void failsClaimsOfAStoreThatIsNotConfigured() {
    assertUnusable("orders", "holdfast.store.orders is not set (expected: memory)");
  }

  @Test
  void failsClaimsOfAStoreOfAnUnknownKind() {
    settings.put("holdfast.store", "mongo://user:secret@db/7");

    assertUnusable("", "holdfast.store: mongo (expected: memory)");
  }

  @Test
  void failsClaimsOfAStoreInMemoryThatHasAnAddress() {
    settings.put("holdfast.store", "memory://secret");

    assertUnusable("", "holdfast.store gives memory an address (expected: memory)");
  }

  @Test
  void forgetsWhatIsOverWithoutBeingAsked() {
    IdempotencyStore memory =
        new MemoryStoreFactory().open(new StoreAddress("", "memory"), services);
    new Sweeper(memory, time).start();
    for (int key = 0; key < 2 * Sweeper.BATCH; key++) {
      memory.claim(request(key));
    }

    time.advance(Duration.ofSeconds(61).toNanos());

    assertThat(memory.sweep(1)).isCompletedWithValue(0);
  }

  private void assertUnusable(String name, String message) {
    assertThatThrownBy(() -> claim(name).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessage(message);
  }

  private CompletableFuture<Claim> claim(String name) {
    return claim(name, 1);
  }

  private CompletableFuture<Claim> claim(String name, int key) {
    return stores.find(name, services).claim(request(key), Concurrent.REJECT);
  }

  private static ClaimRequest request(int key) {
    return new ClaimRequest(
        StoredKey.of("shop.Cart#pay", List.of(), "order-" + key),
        Optional.empty(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        true);
  }
}
