package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Deadline;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.Idempotent.OnUnknown;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.StoreUnavailableException;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.StoredKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of calls whose store is elsewhere: shared, slow, or away. */
@Timeout(60)
final class IdempotentStoreTest {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration TTL = Duration.ofHours(24);

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop).with("holdfast.store", "flaky");
  private final FlakyStore store = opened();

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
                .formatted(woven.name("charge"), key("charge").shortHash()));
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
    CompletableFuture<Object> call = inThread("chargeInTime", "1");
    store.awaitWaiters(1);
    woven.time.awaitAlarms(3);

    woven.time.advance(Duration.ofSeconds(2).toNanos());

    assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt("1", 1));
    store.answer();
    store.fault = FlakyStore.Fault.NONE;
    assertThat(woven.call("chargeInTime", "1")).isEqualTo(new Receipt("1", 1));
  }

  @Test
  void runsAgainAfterALostHolderAndSaysSo() throws Throwable {
    claimElsewhere("charge", "1");
    woven.time.advance(LEASE.toNanos());

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 1));
    assertThat(woven.told())
        .contains(
            "%s runs again for key %s: the holder of the key was lost"
                .formatted(woven.name("charge"), key("charge").shortHash()));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("taken-over", 1L));
  }

  @Test
  void runsNothingAfterALostHolderWhereRunningTwiceIsWorse() {
    claimElsewhere("chargeAtMostOnce", "1");
    woven.time.advance(LEASE.toNanos());

    assertThat(woven.fail("chargeAtMostOnce", "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "an earlier call of %s with key %s was lost by its holder: its effect may have happened; nothing ran"
                .formatted(woven.name("chargeAtMostOnce"), key("chargeAtMostOnce").shortHash()));
    assertThat(shop.charges).isZero();
  }

  @Test
  void givesItsOutcomeToTheCallerOfAHolderThatWasLost() throws Throwable {
    shop.inside = () -> store.fault = FlakyStore.Fault.LOSES;

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 1));
    assertThat(woven.told())
        .contains(
            "%s lost key %s while it ran: its caller gets its outcome, duplicates do not"
                .formatted(woven.name("charge"), key("charge").shortHash()));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("lost", 1L));
  }

  @Test
  void waitsForACallThatAnotherInstanceMakes() throws Throwable {
    Hold elsewhere = claimElsewhere("charge", "1");
    CompletableFuture<Object> duplicate = inThread("charge", "1");
    woven.time.awaitAlarms(3);

    store.complete(elsewhere, "{\"returned\":{\"id\":\"1\",\"number\":7}}", TTL);
    woven.time.advance(Duration.ofSeconds(1).toNanos());

    assertThat(duplicate.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt("1", 7));
    assertThat(shop.charges).isZero();
  }

  @Test
  void waitsForThirtySecondsForACallThatAnotherInstanceMakes() throws Throwable {
    Hold elsewhere = claimElsewhere("charge", "1");
    CompletableFuture<Object> duplicate = inThread("charge", "1");
    woven.time.awaitAlarms(3);

    for (int second = 0; second < 30; second++) {
      store.renew(elsewhere, LEASE);
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
    claimElsewhere("charge", "1");
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
                .formatted(woven.name("charge"), key("charge").shortHash()));
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
    CompletableFuture<Object> call = inThread("chargeInTime", "1");
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
    claimElsewhere("charge", "1");

    assertThat(store.claim(request("charge", Optional.of("other"))).toCompletableFuture().join())
        .isEqualTo(new Claim.InFlight(LEASE));
    complete("chargeOnce", Optional.of("other"), "{\"returned\":null}");
    assertThat(woven.fail("chargeOnce", "1")).isInstanceOf(IdempotencyKeyReusedException.class);
  }

  @Test
  void neverRunsAgainWhatIsDoneAlthoughItsResultIsTooLong() throws Throwable {
    assertThat(woven.call("chargeLong", "1")).isEqualTo("x".repeat(200));

    assertThat(woven.fail("chargeLong", "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "a call of %s with key %s is done, but its result cannot be given again: it takes more than 200 characters"
                .formatted(woven.name("chargeLong"), key("chargeLong").shortHash()));
    assertThat(shop.charges).isEqualTo(1);
    assertThat(woven.told())
        .contains(
            "the result of %s for key %s cannot be stored, and duplicates are refused: it takes more than 200 characters"
                .formatted(woven.name("chargeLong"), key("chargeLong").shortHash()));
  }

  /** What another version of the application may have left, or nobody at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"returned\":{\"id\":\"1\"}} | number is missing",
        "{\"returned\":{\"id\":\"1\",\"count\":1}} | number is missing",
        "{\"returned\":{\"id\":1,\"number\":1}} | a Long is no data of a java.lang.String",
        "{\"returned\":{\"id\":\"1\",\"number\":null}} | a dev.holdfast.core.policy.idempotent.IdempotentStoreTest$Receipt cannot be made again",
        "{\"returned\":{\"id\":\"1\",\"number\":5000000000}} | the data of a java.lang.Integer is malformed",
        "{\"returned\":{\"id\":\"1\",\"number\":99999999999999999999}} | a stored text is no JSON",
        "{\"returned\":[1]} | the data of a dev.holdfast.core.policy.idempotent.IdempotentStoreTest$Receipt is malformed",
        "{\"returned\":{\"id\":\"1\" | a stored text is no JSON",
        "{\"returned\":null}x | a stored text is no JSON",
        "{\"threw\":[\"java.lang.Error\",\"boo\"]} | its failure is of a type that is not remembered any more",
        "{\"threw\":[\"java.lang.Error\",1]} | a stored text is no outcome",
        "{\"threw\":[\"java.lang.Error\"]} | a stored text is no outcome",
        "{\"later\":1} | a stored text is no outcome",
        "{} | a stored text is no outcome",
        "[] | a stored text is no outcome",
        "`` | a stored text ends too early",
        "null | a stored text is no outcome"
      })
  void refusesDuplicatesOfWhatItCannotRead(String text, String reason) {
    complete("charge", Optional.empty(), text);

    assertThat(woven.fail("charge", "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "a call of %s with key %s is done, but its result cannot be given again: %s"
                .formatted(woven.name("charge"), key("charge").shortHash(), reason));
    assertThat(shop.charges).isZero();
  }

  @Test
  void readsPastWhatANewerVersionHasAdded() throws Throwable {
    complete(
        "charge",
        Optional.empty(),
        "{\"returned\":{\"id\":\"1\",\"number\":7,\"added\":{\"deep\":[1,2]}}}");

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 7));
  }

  private FlakyStore opened() {
    woven.fail("opens", (Object) null);
    return Objects.requireNonNull(FlakyStore.last);
  }

  private static StoredKey key(String method) {
    return StoredKey.of(Shop.class.getName() + "#" + method + "(java.lang.String)", List.of(), "1");
  }

  private static ClaimRequest request(String method, Optional<String> fingerprint) {
    return new ClaimRequest(key(method), fingerprint, LEASE, TTL, true);
  }

  /** As another instance of the application would. */
  private Hold claimElsewhere(String method, String id) {
    assertThat(id).isEqualTo("1");
    return claimElsewhere(method, Optional.empty());
  }

  private Hold claimElsewhere(String method, Optional<String> fingerprint) {
    Claim claim = store.claim(request(method, fingerprint)).toCompletableFuture().join();
    return new Hold(key(method), ((Claim.Acquired) claim).token());
  }

  private void complete(String method, Optional<String> fingerprint, String text) {
    store.complete(claimElsewhere(method, fingerprint), text, TTL);
  }

  private CompletableFuture<Object> inThread(String method, String id) {
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                outcome.complete(woven.call(method, id));
              } catch (Throwable thrown) {
                outcome.completeExceptionally(thrown);
              }
            });
    caller.setDaemon(true);
    caller.start();
    return outcome;
  }

  record Receipt(@Nullable String id, int number) {}

  static final class Shop {
    final CountDownLatch begun = new CountDownLatch(1);
    Runnable inside = () -> {};
    int charges;

    private Receipt charged(String id) {
      charges++;
      inside.run();
      return new Receipt(id, charges);
    }

    @Idempotent(key = "id")
    String opens(@Nullable String id) {
      return String.valueOf(id);
    }

    @Idempotent(key = "id")
    Receipt charge(String id) {
      return charged(id);
    }

    @Idempotent(key = "id")
    Receipt chargeOnce(String id) {
      return charged(id);
    }

    @Idempotent(key = "id", onUnavailable = OnUnavailable.RUN)
    Receipt chargeAnyway(String id) {
      return charged(id);
    }

    @Idempotent(key = "id", onUnknown = OnUnknown.FAIL)
    Receipt chargeAtMostOnce(String id) {
      return charged(id);
    }

    @Idempotent(key = "id")
    @Deadline("2s")
    Receipt chargeInTime(String id) {
      return charged(id);
    }

    @Idempotent(key = "id")
    String chargeLong(String id) {
      charges++;
      return "x".repeat(200 * id.length());
    }
  }
}
