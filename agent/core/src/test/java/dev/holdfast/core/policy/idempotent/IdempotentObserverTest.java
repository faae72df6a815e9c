package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is counted of calls that are only observed; nothing is changed. */
final class IdempotentObserverTest {

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop).observing();

  @Test
  void countsCallsThatWouldHaveGotAStoredResult() throws Throwable {
    assertThat(woven.call("charge", "1", 5)).isEqualTo(1);
    assertThat(woven.call("charge", "1", 5)).isEqualTo(2);

    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("would-replay", 1L));
  }

  @Test
  void countsCallsThatWouldHaveBeenRefused() throws Throwable {
    woven.call("charge", null, 5);
    woven.call("charge", "1", 5);
    woven.call("charge", "1", 6);

    assertThat(shop.charges).isEqualTo(3);
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("would-refuse", 2L));
  }

  @Test
  void countsNothingAfterAFailure() throws Throwable {
    shop.failure = new IllegalStateException("down");
    assertThat(woven.fail("charge", "1", 5)).isSameAs(shop.failure);
    shop.failure = null;
    woven.call("charge", "1", 5);

    assertThat(woven.outcomes("charge")).isEmpty();
  }

  @Test
  void countsFuturesThatWouldHaveWaited() throws Throwable {
    CompletableFuture<?> first = (CompletableFuture<?>) woven.call("chargeLater", "1");
    CompletableFuture<?> second = (CompletableFuture<?>) woven.call("chargeLater", "1");

    assertThat(List.of(first, second)).isEqualTo(shop.bodies);
    assertThat(woven.outcomes("chargeLater")).isEqualTo(Map.of("would-replay", 1L));
  }

  @Test
  void fillsNoArgument() throws Throwable {
    woven.call("generated", (Object) null);

    assertThat(shop.seen).containsExactly((Object) null);
  }

  static final class Shop {
    final List<CompletableFuture<String>> bodies = new ArrayList<>();
    final List<@Nullable Object> seen = new ArrayList<>();
    @Nullable RuntimeException failure;
    int charges;

    @Idempotent(key = "id")
    int charge(@Nullable String id, int cents) {
      if (failure != null) {
        throw failure;
      }
      return cents < 0 && id == null ? 0 : ++charges;
    }

    @Idempotent(key = "id")
    CompletableFuture<String> chargeLater(String id) {
      bodies.add(id.isEmpty() ? CompletableFuture.completedFuture(id) : new CompletableFuture<>());
      return bodies.get(bodies.size() - 1);
    }

    void generated(@IdempotencyKey @Nullable String key) {
      seen.add(key);
    }
  }
}
