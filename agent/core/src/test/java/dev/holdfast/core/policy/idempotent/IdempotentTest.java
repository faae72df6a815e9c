package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CallRefusedException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.Fallback;
import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.store.StoredKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What callers of an idempotent method get that returns a value. */
final class IdempotentTest {

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop);

  @Test
  void answersADuplicateWithAnEqualResultOfItsOwn() throws Throwable {
    Object first = woven.call("charge", new Order("1", 100));
    Object second = woven.call("charge", new Order("1", 100));

    assertThat(first).isEqualTo(new Receipt("1", 1, List.of("paid")));
    assertThat(second).isEqualTo(first).isNotSameAs(first);
    assertThat(shop.charges).hasValue(1);
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("replayed", 1L));
  }

  @Test
  void runsOncePerKey() throws Throwable {
    woven.call("charge", new Order("1", 100));
    woven.call("charge", new Order("2", 100));

    assertThat(shop.charges).hasValue(2);
  }

  @Test
  void runsAgainWhenTheResultIsTooOld() throws Throwable {
    woven.call("charge", new Order("1", 100));
    woven.time.advance(Duration.ofHours(24).toNanos());
    woven.call("charge", new Order("1", 100));

    assertThat(shop.charges).hasValue(2);
  }

  @Test
  void runsOnceForAHundredThreads() throws Throwable {
    ExecutorService threads = Executors.newFixedThreadPool(100);
    try {
      List<CompletableFuture<Object>> calls =
          IntStream.range(0, 100).mapToObj(number -> supply(threads, "chargeSlowly", "1")).toList();
      assertThat(shop.begun.await(30, TimeUnit.SECONDS)).isTrue();
      shop.goOn.countDown();

      assertThat(calls)
          .extracting(call -> call.get(30, TimeUnit.SECONDS))
          .containsOnly(List.of("charged 1"));
      assertThat(shop.charges).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void remembersThatNothingWasReturned() throws Throwable {
    assertThat(woven.call("ship", "1")).isNull();
    assertThat(woven.call("ship", "1")).isNull();

    assertThat(shop.charges).hasValue(1);
  }

  @Test
  void refusesACallWithoutAKey() {
    Throwable refusal = woven.fail("charge", new Order(" ", 100));

    assertThat(refusal)
        .isInstanceOf(IdempotencyKeyMissingException.class)
        .hasMessage(
            woven.name("charge")
                + " was called without an idempotency key: order.id is absent or blank (expected: a"
                + " key). Pass one, or set required = false.");
    assertThat(((CallRefusedException) refusal).policy()).isEqualTo("idempotent");
    assertThat(((CallRefusedException) refusal).name()).isEqualTo(woven.name("charge"));
    assertThat(shop.charges).hasValue(0);
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("missing-key", 1L));
  }

  @Test
  void runsACallWithoutAKeyWhereNoneIsRequired() throws Throwable {
    woven.call("chargeAnyway", (Object) null);
    woven.call("chargeAnyway", (Object) null);

    assertThat(shop.charges).hasValue(2);
    assertThat(woven.outcomes("chargeAnyway")).isEqualTo(Map.of("missing-key", 2L));
  }

  @Test
  void refusesTheKeyOfACallWithOtherArguments() throws Throwable {
    woven.call("charge", new Order("1", 100));

    Throwable refusal = woven.fail("charge", new Order("1", 101));

    assertThat(refusal)
        .isInstanceOf(IdempotencyKeyReusedException.class)
        .hasMessage(
            "key %s of %s was used with other arguments; nothing ran"
                .formatted(
                    hash("charge(" + Order.class.getName() + ")", "1"), woven.name("charge")));
    assertThat(shop.charges).hasValue(1);
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("reused-key", 1L));
  }

  @Test
  void takesOtherArgumentsWhereTheyAreNotCompared() throws Throwable {
    woven.call("chargeAnything", "1", 100);

    assertThat(woven.call("chargeAnything", "1", 101)).isEqualTo("100");
  }

  @Test
  void keepsScopesApart() throws Throwable {
    assertThat(woven.call("chargeFor", "acme", "1")).isEqualTo("acme 1");
    assertThat(woven.call("chargeFor", "umbrella", "1")).isEqualTo("umbrella 1");
    assertThat(woven.fail("chargeFor", null, "1"))
        .isInstanceOf(IdempotencyKeyMissingException.class);
  }

  @Test
  void sharesKeysUnderOneName() throws Throwable {
    assertThat(woven.call("old", "1")).isEqualTo("old");
    assertThat(woven.call("renamed", "1")).isEqualTo("old");
  }

  @Test
  void refusesDuplicatesAtOnceWhereTheyAreRejected() throws Throwable {
    CompletableFuture<Object> first = supply(Runnable::run, "chargeOrReject", "outer");

    assertThat(first.join()).isEqualTo("rejected");
    assertThat(shop.refusal)
        .isInstanceOf(DuplicateCallException.class)
        .hasMessage(
            "a call of %s with key %s is in flight"
                .formatted(
                    woven.name("chargeOrReject"),
                    hash("chargeOrReject(java.lang.String)", "outer")));
    assertThat(woven.outcomes("chargeOrReject")).isEqualTo(Map.of("duplicate", 1L));
  }

  @Test
  void passesACallMadeInsideTheSameKeyThrough() throws Throwable {
    shop.inside = () -> woven.call("chargeInside", "1", false);

    assertThat(woven.call("chargeInside", "1", true)).isEqualTo("inside");
    assertThat(shop.charges).hasValue(2);
    assertThat(woven.outcomes("chargeInside")).isEqualTo(Map.of("nested", 1L));
  }

  @Test
  void tellsTheBodyItsKey() throws Throwable {
    assertThat(woven.call("tellKey", "1")).isEqualTo("1");
    assertThat(Scopes.current().key()).isNull();
  }

  @Test
  void showsOthersNoKeyThatIsAPath() throws Throwable {
    String shown = (String) woven.call("showKey", "1");

    assertThat(shown).isEqualTo(key("showKey(java.lang.String)", "1").uuid().toString());
  }

  @Test
  void neverStoresTheResultOfAFallback() throws Throwable {
    assertThat(woven.call("rescued", "1")).isEqualTo("substitute");
    shop.failure = null;

    assertThat(woven.call("rescued", "1")).isEqualTo("charged");
    assertThat(woven.call("rescued", "1")).isEqualTo("charged");
    assertThat(shop.charges).hasValue(2);
  }

  @Test
  void storesOneResultForAllAttempts() throws Throwable {
    assertThat(woven.call("retried", "1")).isEqualTo("attempt 3");
    assertThat(woven.call("retried", "1")).isEqualTo("attempt 3");
    assertThat(shop.charges).hasValue(3);
  }

  @Test
  void neverStoresAResultThatWasRejected() throws Throwable {
    assertThat(woven.call("judged", "1")).isEqualTo("bad 2");
    assertThat(woven.call("judged", "1")).isEqualTo("bad 4");
    assertThat(woven.outcomes("judged")).isEqualTo(Map.of("released", 2L));
  }

  private CompletableFuture<Object> supply(
      java.util.concurrent.Executor threads, String method, @Nullable Object... arguments) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return java.util.Objects.requireNonNull(woven.call(method, arguments));
          } catch (Throwable failure) {
            throw new IllegalStateException(failure);
          }
        },
        threads);
  }

  private static StoredKey key(String method, String key) {
    return StoredKey.of(Shop.class.getName() + "#" + method, List.of(), key);
  }

  private static String hash(String method, String key) {
    return key(method, key).shortHash();
  }

  record Order(@Nullable String id, int cents) {}

  record Receipt(@Nullable String order, int number, List<String> notes) {}

  /** A call from inside of a body. */
  interface Inside {
    @Nullable Object call() throws Throwable;
  }

  final class Shop {
    final AtomicInteger charges = new AtomicInteger();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    @Nullable RuntimeException failure = new IllegalStateException("down");
    @Nullable Throwable refusal;
    Inside inside = () -> null;

    @Idempotent(key = "order.id")
    Receipt charge(Order order) {
      return new Receipt(order.id(), charges.incrementAndGet(), new ArrayList<>(List.of("paid")));
    }

    @Idempotent(key = "id")
    List<String> chargeSlowly(String id) throws InterruptedException {
      begun.countDown();
      assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
      return List.of("charged " + charges.incrementAndGet());
    }

    @Idempotent(key = "id")
    void ship(String id) {
      charges.addAndGet(id.length());
    }

    @Idempotent(key = "id", required = false)
    @Nullable String chargeAnyway(@Nullable String id) {
      charges.incrementAndGet();
      return id;
    }

    @Idempotent(key = "#0", matchArguments = false)
    String chargeAnything(String id, int cents) {
      return id.isEmpty() ? "" : Integer.toString(cents);
    }

    @Idempotent(key = "id", scope = "tenant")
    String chargeFor(@Nullable String tenant, String id) {
      return tenant + " " + id;
    }

    @Idempotent(key = "id", name = "charges")
    String old(String id) {
      return id.isEmpty() ? "" : "old";
    }

    @Idempotent(key = "id", name = "charges")
    String renamed(String id) {
      return id.isEmpty() ? "" : "renamed";
    }

    @Idempotent(key = "id", concurrent = Concurrent.REJECT)
    String chargeOrReject(String id) throws InterruptedException {
      Thread other = new Thread(() -> refusal = woven.fail("chargeOrReject", id));
      other.start();
      other.join();
      return "rejected";
    }

    @Idempotent(key = "id", matchArguments = false)
    String chargeInside(String id, boolean isOuter) throws Throwable {
      charges.addAndGet(id.length());
      return isOuter ? String.valueOf(inside.call()) : "inside";
    }

    @Idempotent(key = "id")
    String tellKey(String id) {
      return String.valueOf(Scopes.current().key()) + id.substring(id.length());
    }

    @Idempotent(key = "id")
    String showKey(String id) {
      return String.valueOf(Scopes.current().outgoingKey()) + id.substring(id.length());
    }

    @Idempotent(key = "id")
    @Fallback(value = "substitute")
    String rescued(String id) {
      charges.addAndGet(id.length());
      if (failure != null) {
        throw failure;
      }
      return "charged";
    }

    @Idempotent(key = "id")
    @Retry(backoff = "0")
    String retried(String id) {
      int attempt = charges.addAndGet(id.length());
      if (attempt < 3) {
        throw new IllegalStateException("again");
      }
      return "attempt " + attempt;
    }

    @Idempotent(key = "id")
    @Retry(maxAttempts = 2, backoff = "0", onResult = "isBad")
    String judged(String id) {
      return "bad " + charges.addAndGet(id.length());
    }

    boolean isBad(String result) {
      return result.startsWith("bad");
    }
  }
}
