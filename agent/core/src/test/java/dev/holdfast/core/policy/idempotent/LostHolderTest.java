package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.core.policy.idempotent.StoreShop.Receipt;
import dev.holdfast.core.store.Hold;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of calls whose holder was killed, or paused for longer than its lease. */
@Timeout(60)
final class LostHolderTest {

  private final StoreShop shop = new StoreShop();
  private final Woven woven = new Woven(shop).with("holdfast.store", "flaky");
  private final FlakyStore store = StoreShop.storeOf(woven);
  private final Elsewhere elsewhere = new Elsewhere(store, StoreShop.class);

  @Test
  void runsAgainAfterALostHolderAndSaysSo() throws Throwable {
    elsewhere.claim("charge");
    woven.time.advance(Elsewhere.LEASE.toNanos());

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 1));
    assertThat(woven.told())
        .contains(
            "%s runs again for key %s: the holder of the key was lost"
                .formatted(woven.name("charge"), elsewhere.key("charge").shortHash()));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("taken-over", 1L));
  }

  @Test
  void runsNothingAfterALostHolderWhereRunningTwiceIsWorse() {
    elsewhere.claim("chargeAtMostOnce");
    woven.time.advance(Elsewhere.LEASE.toNanos());

    assertThat(woven.fail("chargeAtMostOnce", "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "an earlier call of %s with key %s was lost by its holder: its effect may have happened; nothing ran"
                .formatted(
                    woven.name("chargeAtMostOnce"), elsewhere.key("chargeAtMostOnce").shortHash()));
    assertThat(shop.charges).isZero();
  }

  @Test
  void givesTheCallerOfAHolderThatWasLostWhatDuplicatesGet() throws Throwable {
    shop.inside =
        () -> {
          loseTheKey();
          elsewhere.complete(
              "charge", Optional.empty(), "{\"returned\":{\"id\":\"1\",\"number\":7}}");
        };

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 7));
    assertThat(woven.told())
        .contains(
            "%s lost key %s while it ran: its effect may have happened again, by the call that took the key over"
                .formatted(woven.name("charge"), elsewhere.key("charge").shortHash()));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("lost", 1L, "replayed", 1L));
  }

  @Test
  void letsTheCallerOfAHolderThatWasLostWaitForTheCallThatTookItsKey() throws Throwable {
    CompletableFuture<Hold> other = new CompletableFuture<>();
    shop.inside =
        () -> {
          loseTheKey();
          other.complete(elsewhere.claim("charge"));
        };
    CompletableFuture<Object> call = woven.callInThread("charge", "1");
    Hold taken = other.get(30, TimeUnit.SECONDS);
    woven.time.awaitAlarms(3);

    store.complete(taken, "{\"returned\":{\"id\":\"1\",\"number\":7}}", Elsewhere.TTL);
    woven.time.advance(Duration.ofSeconds(1).toNanos());

    assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(new Receipt("1", 7));
  }

  @Test
  void storesTheResultOfAHolderThatWasLostIfTheCallThatTookItsKeyCameToNothing() throws Throwable {
    shop.inside =
        () -> {
          loseTheKey();
          store.release(elsewhere.claim("charge"));
        };

    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 1));
    assertThat(woven.call("charge", "1")).isEqualTo(new Receipt("1", 1));
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("lost", 1L, "replayed", 1L));
  }

  @Test
  void comparesArgumentsWithThoseOfACallWhoseHolderWasLost() throws Throwable {
    shop.inside =
        () -> {
          loseTheKey();
          store.release(elsewhere.claim("chargeCents(java.lang.String,int)"));
        };

    assertThat(woven.call("chargeCents", "1", 5)).isEqualTo(new Receipt("15", 1));
    assertThat(woven.fail("chargeCents", "1", 6)).isInstanceOf(IdempotencyKeyReusedException.class);
  }

  @Test
  void givesTheCallerOfAHolderThatWasLostItsOwnFailure() {
    shop.inside =
        () -> {
          loseTheKey();
          elsewhere.complete("charge", Optional.empty(), "{\"returned\":null}");
          throw new IllegalStateException("down");
        };

    assertThat(woven.fail("charge", "1")).hasMessage("down");
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("released", 1L, "lost", 1L));
  }

  /** Pauses for longer than the lease, as far as the store can tell. */
  private void loseTheKey() {
    store.fault = FlakyStore.Fault.UNREACHABLE;
    woven.time.advance(Elsewhere.LEASE.toNanos());
    store.fault = FlakyStore.Fault.NONE;
  }
}
