package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.StoreUnavailableException;
import dev.holdfast.core.policy.idempotent.StoreShop.Receipt;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.Hold;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of calls whose store is elsewhere: shared, slow, or away. */
@Timeout(60)
final class IdempotentStoreTest {

  private final StoreShop shop = new StoreShop();
  private final Woven woven = new Woven(shop).with("holdfast.store", "flaky");
  private final FlakyStore store = StoreShop.storeOf(woven);
  private final Elsewhere elsewhere = new Elsewhere(store, StoreShop.class);

  @Test
  void runsNothingWhileTheStoreCannotBeReached() {
    store.fault = FlakyStore.Fault.UNREACHABLE;

    assertThat(woven.fail("charge", "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "the store of %s cannot be reached: connection refused; nothing ran"
                .formatted(woven.name("charge")));
    assertThat(shop.charges).isZero();
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("unavailable", 1L));
  }

  @Test
  void runsUnguardedWhereThatIsWantedAndSaysSoOnceAMinute() throws Throwable {
    store.fault = FlakyStore.Fault.UNREACHABLE;

    assertThat(woven.call("chargeAnyway", "1")).isEqualTo(new Receipt("1", 1));
    assertThat(woven.call("chargeAnyway", "1")).isEqualTo(new Receipt("1", 2));

    String unguarded =
        "%s runs unguarded, because its store cannot be reached: connection refused"
            .formatted(woven.name("chargeAnyway"));
    assertThat(woven.told()).containsOnlyOnce(unguarded);
    woven.time.advance(Duration.ofMinutes(1).toNanos());
    woven.call("chargeAnyway", "1");
    assertThat(woven.told()).filteredOn(unguarded::equals).hasSize(2);
    assertThat(woven.outcomes("chargeAnyway")).isEqualTo(Map.of("unavailable", 3L));
  }

  @Test
  void takesAStoreThatThrowsForOneThatCannotBeReached() {
    store.fault = FlakyStore.Fault.THROWS;

    assertThat(woven.fail("charge", "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "the store of %s cannot be reached: java.lang.IllegalStateException; nothing ran"
                .formatted(woven.name("charge")));
    assertThat(shop.charges).isZero();
  }

  @Test
  void givesTheResultToItsCallerAlthoughItCouldNotBeStored() throws Throwable {
    shop.inside = () -> store.fault = FlakyStore.Fault.UNREACHABLE;

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 1));

    assertThat(woven.told())
        .contains(
            "the outcome of %s for key %s was not stored: connection refused"
                .formatted(woven.name("charge"), elsewhere.key("charge").shortHash()));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("not-stored", 1L));
  }

  @Test
  void throwsTheFailureToItsCallerAlthoughTheKeyCouldNotBeReleased() {
    shop.inside =
        () -> {
          store.fault = FlakyStore.Fault.THROWS;
          throw new IllegalStateException("down");
        };

    assertThat(woven.fail("charge", "1")).hasMessage("down");
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("released", 1L, "not-stored", 1L));
  }

  @Test
  void givesTheResultToItsCallerWhenTheDeadlineComesBeforeTheStoreHasIt() throws Throwable {
    shop.inside = () -> store.fault = FlakyStore.Fault.SLOW;
    CompletableFuture<Object> call = woven.callInThread("chargeInTime", "1");
    store.awaitWaiters(1);
    woven.time.awaitAlarms(3);

    woven.time.advance(Duration.ofSeconds(2).toNanos());

    assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt("1", 1));
    store.answer();
    store.fault = FlakyStore.Fault.NONE;
    assertThat(woven.call("chargeInTime", "1")).isEqualTo(new Receipt("1", 1));
  }

  @Test
  void letsItsCallerGoAfterHalfAMinuteWhileTheStoreIsToldOn() throws Throwable {
    shop.inside = () -> store.fault = FlakyStore.Fault.SLOW;
    CompletableFuture<Object> call = woven.callInThread("charge", "1");
    store.awaitWaiters(1);
    woven.time.awaitAlarms(2);

    woven.time.advance(Duration.ofSeconds(30).toNanos());

    assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt("1", 1));
    assertThat(woven.told()).noneMatch(line -> line.contains("not stored"));
    store.answer();
    store.fault = FlakyStore.Fault.NONE;
    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 1));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("replayed", 1L));
  }

  @Test
  void waitsForACallThatAnotherInstanceMakes() throws Throwable {
    Hold other = elsewhere.claim("charge");
    CompletableFuture<Object> duplicate = woven.callInThread("charge", "1");
    woven.time.awaitAlarms(3);

    store.complete(other, "{\"returned\":{\"id\":\"1\",\"number\":7}}", Elsewhere.TTL);
    woven.time.advance(Duration.ofSeconds(1).toNanos());

    assertThat(duplicate.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt("1", 7));
    assertThat(shop.charges).isZero();
  }

  @Test
  void waitsForThirtySecondsForACallThatAnotherInstanceMakes() throws Throwable {
    Hold other = elsewhere.claim("charge");
    CompletableFuture<Object> duplicate = woven.callInThread("charge", "1");
    woven.time.awaitAlarms(3);

    for (int second = 0; second < 30; second++) {
      store.renew(other, Elsewhere.LEASE);
      woven.time.advance(Duration.ofSeconds(1).toNanos());
    }

    assertThat(duplicate)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(DuplicateCallException.class);
  }

  @Test
  void refusesAWaitThatIsInterrupted() throws Exception {
    elsewhere.claim("charge");
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              failure.complete(woven.fail("charge", "1"));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    woven.time.awaitAlarms(3);

    caller.interrupt();

    assertThat(failure.get(30, TimeUnit.SECONDS))
        .isInstanceOf(DuplicateCallException.class)
        .hasMessage(
            "a call of %s with key %s may be in flight, and the wait for it was interrupted"
                .formatted(woven.name("charge"), elsewhere.key("charge").shortHash()));
    assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(woven.time.pendingAlarms()).as("of the sweeper").isEqualTo(1);
  }

  @Test
  void asksTheStoreEvenWithAnInterruptPending() throws Throwable {
    store.fault = FlakyStore.Fault.SLOW;
    CompletableFuture<Object> result = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              try {
                result.complete(woven.call("charge", "1"));
              } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
              }
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    store.awaitWaiters(1);

    store.answer();

    assertThat(result.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt("1", 1));
    assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void givesUpAtItsDeadlineWhileTheStoreIsAskedAndGivesTheKeyBack() throws Throwable {
    store.fault = FlakyStore.Fault.SLOW;
    CompletableFuture<Object> call = woven.callInThread("chargeInTime", "1");
    store.awaitWaiters(1);
    woven.time.awaitAlarms(3);

    woven.time.advance(Duration.ofSeconds(2).toNanos());

    assertThat(call)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(DeadlineExceededException.class);
    store.fault = FlakyStore.Fault.NONE;
    store.answer();
    assertThat(woven.call("chargeInTime", "1")).isEqualTo(new Receipt("1", 1));
  }

  @Test
  void refusesTheKeyOfACallWithOtherArgumentsElsewhere() {
    elsewhere.claim("charge");

    assertThat(
            store
                .claim(elsewhere.request("charge", Optional.of("other")))
                .toCompletableFuture()
                .join())
        .isEqualTo(new Claim.InFlight(Elsewhere.LEASE));
    elsewhere.complete("chargeOnce", Optional.of("other"), "{\"returned\":null}");
    assertThat(woven.fail("chargeOnce", "1")).isInstanceOf(IdempotencyKeyReusedException.class);
  }
}
