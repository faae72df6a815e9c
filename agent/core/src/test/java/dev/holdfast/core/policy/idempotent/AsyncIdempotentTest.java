package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Scopes;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers of an idempotent method get that returns a future. */
@Timeout(60)
final class AsyncIdempotentTest {

  private final AsyncShop shop = new AsyncShop();
  private final Deque<Runnable> handedOver = new ArrayDeque<>();
  private final Woven woven = new Woven(shop, handedOver::add);

  @Test
  void answersADuplicateWithAnEqualResultOfItsOwn() {
    CompletableFuture<Object> first = begin("charge", "1");
    shop.bodies.get(0).complete(List.of("paid"));
    CompletableFuture<Object> second = begin("charge", "1");

    assertThat(first).isCompletedWithValue(List.of("paid"));
    assertThat(second).isCompletedWithValue(List.of("paid"));
    assertThat(second.join()).isNotSameAs(first.join());
    assertThat(shop.bodies).hasSize(1);
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("replayed", 1L));
  }

  @Test
  void letsADuplicateWaitWithoutAThread() {
    CompletableFuture<Object> first = begin("charge", "1");
    CompletableFuture<Object> second = begin("charge", "1");

    assertThat(second).isNotDone();
    shop.bodies.get(0).complete(List.of("paid"));
    work();

    assertThat(first).isCompletedWithValue(List.of("paid"));
    assertThat(second).isCompletedWithValue(List.of("paid"));
    assertThat(shop.bodies).hasSize(1);
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("waited", 1L, "replayed", 1L));
  }

  @Test
  void releasesTheKeyOfAFutureThatFailed() {
    IllegalStateException down = new IllegalStateException("down");
    CompletableFuture<Object> first = begin("charge", "1");
    shop.bodies.get(0).completeExceptionally(down);
    CompletableFuture<Object> second = begin("charge", "1");
    shop.bodies.get(1).complete(List.of("paid"));

    assertThat(failure(first)).isSameAs(down);
    assertThat(second).isCompletedWithValue(List.of("paid"));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("released", 1L));
  }

  @Test
  void releasesTheKeyOfABodyThatThrowsInsteadOfReturningAFuture() {
    shop.thrown = new IllegalStateException("down");

    assertThat(failure(begin("charge", "1"))).isSameAs(shop.thrown);
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("released", 1L));
  }

  @Test
  void holdsNoKeyOfAFutureThatCannotBeAsked() {
    shop.task =
        new FutureTask<>(List::of) {
          @Override
          public boolean isDone() {
            return true;
          }

          @Override
          public List<String> get() {
            throw new IllegalStateException("asked");
          }
        };

    assertThat(begin("plain", "1")).isCompletedExceptionally();
    assertThat(begin("plain", "1")).isCompletedExceptionally();
  }

  @Test
  void letsTheNextInLineRunWhenTheFirstFails() {
    begin("charge", "1");
    CompletableFuture<Object> second = begin("charge", "1");
    CompletableFuture<Object> third = begin("charge", "1");

    shop.bodies.get(0).completeExceptionally(new IllegalStateException("down"));
    work();
    assertThat(shop.bodies).hasSize(2);
    shop.bodies.get(1).complete(List.of("paid"));
    work();

    assertThat(second).isCompletedWithValue(List.of("paid"));
    assertThat(third).isCompletedWithValue(List.of("paid"));
    assertThat(shop.bodies).hasSize(2);
  }

  @Test
  void failsDuplicatesWithARememberedFailure() {
    begin("chargeOrDecline", "1");
    CompletableFuture<Object> second = begin("chargeOrDecline", "1");
    shop.bodies.get(0).completeExceptionally(new AsyncShop.Declined("no funds"));
    work();

    assertThat(failure(second))
        .isExactlyInstanceOf(AsyncShop.Declined.class)
        .hasMessage("no funds");
    assertThat(failure(begin("chargeOrDecline", "1")))
        .isExactlyInstanceOf(AsyncShop.Declined.class)
        .hasMessage("no funds");
    assertThat(shop.bodies).hasSize(1);
  }

  @Test
  void neverThrowsARefusalButFailsTheFuture() {
    assertThat(failure(begin("charge", (Object) null)))
        .isInstanceOf(IdempotencyKeyMissingException.class);
  }

  @Test
  void refusesDuplicatesAtOnceWhereTheyAreRejected() {
    begin("chargeOrReject", "1");

    assertThat(failure(begin("chargeOrReject", "1"))).isInstanceOf(DuplicateCallException.class);
  }

  @Test
  void cancellingTheCallCancelsItsBodyAndReleasesItsKey() {
    CompletableFuture<Object> first = begin("charge", "1");
    first.cancel(true);
    CompletableFuture<Object> second = begin("charge", "1");

    assertThat(shop.bodies.get(0)).isCancelled();
    assertThat(second).isNotDone();
    assertThat(shop.bodies).hasSize(2);
  }

  @Test
  void releasesTheKeyOfACancelledCallWhoseFutureCannotBeAsked() {
    CompletableFuture<Object> first = begin("minimal", "1");
    first.cancel(true);
    begin("minimal", "1");

    assertThat(shop.bodies).hasSize(2);
    assertThat(woven.outcomes("minimal")).isEqualTo(Map.of("released", 1L));
  }

  @Test
  void remembersTheResultOfABodyThatWasDoneWhenTheCallWasCancelled() {
    CompletableFuture<Object> first = begin("charge", "1");
    shop.bodies.get(0).whenComplete((result, failure) -> first.cancel(true));
    shop.bodies.get(0).complete(List.of("paid"));

    assertThat(first).isCancelled();
    assertThat(begin("charge", "1")).isCompletedWithValue(List.of("paid"));
    assertThat(shop.bodies).hasSize(1);
  }

  @Test
  void keepsTheKeyOfACancelledCallWhereRunningTwiceIsWorse() {
    begin("chargeAtMostOnce", "1").cancel(true);

    assertThat(failure(begin("chargeAtMostOnce", "1"))).isInstanceOf(OutcomeUnknownException.class);
    assertThat(shop.bodies).hasSize(1);
  }

  @Test
  void keepsTheKeyAfterAnAmbiguousFailureWhereRunningTwiceIsWorse() {
    begin("chargeAtMostOnce", "1");
    shop.bodies.get(0).completeExceptionally(new SocketTimeoutException("Read timed out"));

    assertThat(failure(begin("chargeAtMostOnce", "1"))).isInstanceOf(OutcomeUnknownException.class);
    assertThat(shop.bodies).hasSize(1);
  }

  @Test
  void cancellingADuplicateThatWaitsLeavesTheCallAlone() {
    CompletableFuture<Object> first = begin("charge", "1");
    CompletableFuture<Object> second = begin("charge", "1");
    second.cancel(true);
    shop.bodies.get(0).completeExceptionally(new IllegalStateException("down"));
    work();

    assertThat(shop.bodies).hasSize(1);
    assertThat(first).isCompletedExceptionally();
    assertThat(woven.time.pendingAlarms()).as("of the sweeper").isEqualTo(1);
  }

  @Test
  void runsNothingForADuplicateThatIsCancelledOnceItMayRun() {
    begin("charge", "1");
    CompletableFuture<Object> second = begin("charge", "1");
    shop.bodies.get(0).completeExceptionally(new IllegalStateException("down"));
    second.cancel(true);
    work();

    assertThat(shop.bodies).hasSize(1);
    begin("charge", "1");
    assertThat(shop.bodies).hasSize(2);
  }

  @Test
  void waitsForThirtySecondsWithoutADeadline() {
    begin("charge", "1");
    CompletableFuture<Object> second = begin("charge", "1");

    woven.time.advance(Duration.ofSeconds(30).toNanos() - 1);
    work();
    assertThat(second).isNotDone();
    woven.time.advance(1);
    work();

    assertThat(failure(second))
        .isInstanceOf(DuplicateCallException.class)
        .hasMessageEndingWith("is still in flight after 30.0 s");
    assertThat(shop.bodies.get(0)).isNotDone();
  }

  @Test
  void waitsUntilItsDeadline() {
    begin("chargeInTime", "1");
    woven.time.advance(Duration.ofSeconds(1).toNanos());
    CompletableFuture<Object> second = begin("chargeInTime", "1");
    shop.bodies.get(0).complete(List.of());
    work();
    CompletableFuture<Object> other = begin("chargeInTime", "2");
    CompletableFuture<Object> duplicate = begin("chargeInTime", "2");

    woven.time.advance(Duration.ofSeconds(2).toNanos());
    work();

    assertThat(second).isCompletedWithValue(List.of());
    assertThat(failure(other)).isInstanceOf(DeadlineExceededException.class);
    assertThat(failure(duplicate)).isInstanceOf(DeadlineExceededException.class);
    assertThat(shop.bodies.get(1)).isCancelled();
  }

  @Test
  void keepsTheKeyOfABodyThatWasCutWhereRunningTwiceIsWorse() {
    begin("chargeInTime", "1");
    woven.time.advance(Duration.ofSeconds(2).toNanos());
    work();

    assertThat(failure(begin("chargeInTime", "1"))).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void givesTheCallerOfAHolderThatWasLostWhatDuplicatesGet() {
    woven.with("holdfast.store", "flaky");
    CompletableFuture<Object> first = begin("charge", "1");
    FlakyStore store = Objects.requireNonNull(FlakyStore.last);
    store.fault = FlakyStore.Fault.UNREACHABLE;
    woven.time.advance(Elsewhere.LEASE.toNanos());
    store.fault = FlakyStore.Fault.NONE;
    new Elsewhere(store, AsyncShop.class)
        .complete("charge", Optional.empty(), "{\"returned\":[\"elsewhere\"]}");

    shop.bodies.get(0).complete(List.of("paid"));
    work();

    assertThat(first).isCompletedWithValue(List.of("elsewhere"));
  }

  @Test
  void givesAResultToItsCallerInTimeAlthoughTheStoreIsAway() {
    woven.with("holdfast.store", "flaky");
    CompletableFuture<Object> first = begin("chargeInTime", "1");
    Objects.requireNonNull(FlakyStore.last).fault = FlakyStore.Fault.SLOW;
    shop.bodies.get(0).complete(List.of("paid"));
    woven.time.advance(Duration.ofMillis(1_999).toNanos());
    work();

    assertThat(first).isCompletedWithValue(List.of("paid"));
  }

  @Test
  void storesOneResultForAllAttempts() {
    CompletableFuture<Object> first = begin("retried", "1");
    shop.bodies.get(0).completeExceptionally(new IllegalStateException("again"));
    woven.time.advance(0);
    work();
    shop.bodies.get(1).complete(List.of("paid"));
    work();

    assertThat(first).isCompletedWithValue(List.of("paid"));
    assertThat(begin("retried", "1")).isCompletedWithValue(List.of("paid"));
    assertThat(shop.bodies).hasSize(2);
  }

  @Test
  void neverStoresAResultThatWasRejected() {
    CompletableFuture<Object> first = begin("judged", "1");
    shop.bodies.get(0).complete(List.of());
    woven.time.advance(0);
    work();
    shop.bodies.get(1).complete(List.of());
    work();

    assertThat(first).isCompletedWithValue(List.of());
    begin("judged", "1");
    assertThat(shop.bodies).hasSize(3);
    assertThat(woven.outcomes("judged")).isEqualTo(Map.of("released", 1L));
  }

  @Test
  void takesAnyKindOfFuture() {
    begin("staged", "1");
    shop.bodies.get(0).complete(List.of("paid"));
    assertThat(begin("staged", "1")).isCompletedWithValue(List.of("paid"));

    FutureTask<List<String>> task = new FutureTask<>(() -> List.of("paid"));
    shop.task = task;
    CompletableFuture<Object> plain = begin("plain", "1");
    task.run();
    work();
    assertThat(plain).isCompletedWithValue(List.of("paid"));
    assertThat(begin("plain", "1")).isCompletedWithValue(List.of("paid"));
  }

  @Test
  void remembersThatAFutureHeldNothing() {
    CompletableFuture<Object> first = begin("ship", "1");
    shop.shipped.complete(null);

    assertThat(first).isCompletedWithValue(null);
    assertThat(begin("ship", "1")).isCompletedWithValue(null);
    assertThat(shop.shipments).isEqualTo(1);
  }

  @Test
  void refusesDuplicatesOfABodyThatReturnedNoFuture() throws Throwable {
    shop.isAbsent = true;

    assertThat(woven.call("charge", "1")).isNull();
    assertThat(failure(begin("charge", "1")))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageEndingWith("there was none, but null in place of a future");
  }

  @Test
  void tellsTheBodyItsKeyOnWhateverThreadItRuns() {
    begin("charge", "1");
    begin("charge", "1");
    shop.bodies.get(0).completeExceptionally(new IllegalStateException("down"));
    work();

    assertThat(shop.keys).containsExactly("1", "1");
    assertThat(Scopes.current().key()).isNull();
  }

  /** Runs what was handed to workers, and what comes of it. */
  private void work() {
    for (Runnable task = handedOver.poll(); task != null; task = handedOver.poll()) {
      task.run();
    }
  }

  @SuppressWarnings("unchecked") // what woven methods return
  private CompletableFuture<Object> begin(String method, @Nullable Object... arguments) {
    try {
      return (CompletableFuture<Object>) Objects.requireNonNull(woven.call(method, arguments));
    } catch (Throwable thrown) {
      throw new AssertionError("it threw instead of failing the future", thrown);
    }
  }

  private static Throwable failure(CompletableFuture<Object> future) {
    assertThat(future).isDone();
    Throwable thrown = catchThrowable(() -> future.get(1, TimeUnit.SECONDS));
    assertThat(thrown).isNotInstanceOf(CancellationException.class);
    return Causes.unwrap(thrown);
  }
}
