package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CircuitOpenException;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.OnUnknown;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.Retry;
import dev.holdfast.core.store.StoredKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the key of a call that fails. */
final class IdempotentFailuresTest {

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop);

  @AfterEach
  void leavesNoInterruptBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void releasesTheKeyOfACallThatFailed() throws Throwable {
    IllegalStateException down = new IllegalStateException("down");
    shop.fails(down);

    assertThat(woven.fail("charge", "1")).isSameAs(down);
    assertThat(woven.call("charge", "1")).isEqualTo("charged");
    assertThat(woven.outcomes("charge")).isEqualTo(Map.of("released", 1L));
  }

  @Test
  void throwsARememberedFailureToDuplicates() {
    Declined declined = new Declined("no funds");
    shop.fails(declined);

    Throwable first = woven.fail("chargeOrDecline", "1");
    Throwable second = woven.fail("chargeOrDecline", "1");

    assertThat(first).isSameAs(declined);
    assertThat(second).isExactlyInstanceOf(Declined.class).hasMessage("no funds");
    assertThat(second).isNotSameAs(declined).hasNoCause();
    assertThat(second.getStackTrace()[0])
        .hasToString("dev.holdfast.Idempotent.rememberedFailure(Unknown Source)");
    assertThat(woven.outcomes("chargeOrDecline")).isEqualTo(Map.of("replayed-failure", 1L));
  }

  @Test
  void throwsASubclassAsTheTypeThatIsListed() {
    shop.fails(
        new Declined("no funds") {
          private static final long serialVersionUID = 1L;
        });

    woven.fail("chargeOrDecline", "1");

    assertThat(woven.fail("chargeOrDecline", "1"))
        .isExactlyInstanceOf(Declined.class)
        .hasMessage("no funds");
  }

  @Test
  void makesAFailureWithoutAMessageAgain() {
    shop.fails(new NotFound());

    woven.fail("chargeOrDecline", "1");

    assertThat(woven.fail("chargeOrDecline", "1")).isExactlyInstanceOf(NotFound.class);
  }

  @Test
  void looksThroughCarriersOfRememberedFailures() {
    shop.fails(new ExecutionException(new Declined("no funds")));

    woven.fail("chargeOrDecline", "1");

    assertThat(woven.fail("chargeOrDecline", "1"))
        .isExactlyInstanceOf(Declined.class)
        .hasMessage("no funds");
  }

  static Stream<Throwable> sayNothing() {
    return Stream.of(
        new OutOfMemoryError("heap"),
        new CircuitOpenException("breaker", "open", Duration.ZERO, null),
        new InterruptedException());
  }

  @ParameterizedTest
  @MethodSource("sayNothing")
  void remembersNothingThatSaysNothingOfTheCall(Throwable failure) throws Throwable {
    shop.fails(failure);

    assertThat(woven.fail("chargeOrRemember", "1")).isSameAs(failure);
    assertThat(woven.call("chargeOrRemember", "1")).isEqualTo("charged");
  }

  @Test
  void remembersWhatIsListedByExactlyItsType() {
    shop.fails(new CancellationException("by hand"));

    woven.fail("chargeOrRemember", "1");

    assertThat(woven.fail("chargeOrRemember", "1"))
        .isExactlyInstanceOf(CancellationException.class)
        .hasMessage("by hand");
  }

  static Stream<Throwable> ambiguous() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new UncheckedIOException(new IOException(new SocketTimeoutException("Read timed out"))),
        new CancellationException(),
        new InterruptedException());
  }

  @ParameterizedTest
  @MethodSource("ambiguous")
  void keepsTheKeyOfACallWhoseEffectMayHaveHappened(Throwable failure) {
    shop.fails(failure);

    assertThat(woven.fail("chargeAtMostOnce", "1")).isSameAs(failure);
    assertThat(woven.fail("chargeAtMostOnce", "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "an earlier call of %s with key %s failed: its effect may have happened; nothing ran"
                .formatted(woven.name("chargeAtMostOnce"), hash("chargeAtMostOnce")));
    assertThat(shop.charges).isEqualTo(1);
    assertThat(woven.told())
        .contains(
            "%s failed with %s for key %s, which stays: its effect may have happened"
                .formatted(
                    woven.name("chargeAtMostOnce"),
                    failure.getClass().getName(),
                    hash("chargeAtMostOnce")));
    assertThat(woven.outcomes("chargeAtMostOnce")).isEqualTo(Map.of("kept", 1L, "unknown", 1L));
  }

  @Test
  void releasesTheKeyOfACallThatSurelyHadNoEffect() throws Throwable {
    shop.fails(new ConnectException("Connection refused"));

    woven.fail("chargeAtMostOnce", "1");

    assertThat(woven.call("chargeAtMostOnce", "1")).isEqualTo("charged");
  }

  @Test
  void keepsTheKeyOfACallThatEndedWithAnInterruptPending() {
    shop.before = () -> Thread.currentThread().interrupt();
    shop.fails(new IllegalStateException("interrupted"));

    woven.fail("chargeAtMostOnce", "1");
    assertThat(Thread.interrupted()).isTrue();

    assertThat(woven.fail("chargeAtMostOnce", "1")).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void runsAgainAfterAnAmbiguousFailureWhereThatIsNoHarm() throws Throwable {
    shop.fails(new SocketTimeoutException("Read timed out"));

    woven.fail("charge", "1");

    assertThat(woven.call("charge", "1")).isEqualTo("charged");
  }

  @Test
  void repeatsNoAmbiguousAttemptWhereRunningTwiceIsWorse() {
    SocketTimeoutException lost = new SocketTimeoutException("Read timed out");
    shop.fails(new ConnectException("Connection refused"), lost, lost);

    assertThat(woven.fail("chargeAgainAtMostOnce", "1")).isSameAs(lost);
    assertThat(shop.charges).isEqualTo(2);
    assertThat(woven.fail("chargeAgainAtMostOnce", "1"))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void keepsTheResultOfACallWhoseInterruptIsPending() throws Throwable {
    shop.before = () -> Thread.currentThread().interrupt();

    assertThat(woven.call("charge", "1")).isEqualTo("charged");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(woven.call("charge", "1")).isEqualTo("charged");
    assertThat(shop.charges).isEqualTo(1);
  }

  @Test
  void passesOnWhatAnAccessorOfTheKeyThrows() throws Throwable {
    IllegalStateException closed = new IllegalStateException("closed");

    assertThat(
            woven.fail(
                "chargeOrder",
                new Order(
                    () -> {
                      throw closed;
                    })))
        .isSameAs(closed);
    assertThat(shop.charges).isZero();
  }

  private static String hash(String method) {
    return StoredKey.of(Shop.class.getName() + "#" + method + "(java.lang.String)", List.of(), "1")
        .shortHash();
  }

  /** A failure that says something of the call. */
  static class Declined extends Exception {
    private static final long serialVersionUID = 1L;

    Declined(String message) {
      super(message);
    }
  }

  /** A failure that is its type. */
  static final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("not found");
    }
  }

  /** Something that a field access may throw. */
  interface Source {
    String id();
  }

  record Order(Source source) {}

  static final class Shop {
    private final Deque<Throwable> failures = new ArrayDeque<>();
    Runnable before = () -> {};
    int charges;

    void fails(Throwable... with) {
      failures.addAll(List.of(with));
    }

    private String charged(@Nullable String id) throws Throwable {
      charges++;
      before.run();
      before = () -> {};
      if (!failures.isEmpty()) {
        throw failures.removeFirst();
      }
      return id == null ? "" : "charged";
    }

    @Idempotent(key = "id")
    String charge(String id) throws Throwable {
      return charged(id);
    }

    @Idempotent(
        key = "id",
        rememberFailures = {Declined.class, NotFound.class})
    String chargeOrDecline(String id) throws Throwable {
      return charged(id);
    }

    @Idempotent(
        key = "id",
        rememberFailures = {Throwable.class, CancellationException.class})
    String chargeOrRemember(String id) throws Throwable {
      return charged(id);
    }

    @Idempotent(key = "id", onUnknown = OnUnknown.FAIL)
    String chargeAtMostOnce(String id) throws Throwable {
      return charged(id);
    }

    @Idempotent(key = "id", onUnknown = OnUnknown.FAIL)
    @Retry(backoff = "0")
    String chargeAgainAtMostOnce(String id) throws Throwable {
      return charged(id);
    }

    @Idempotent(key = "order.source.id")
    String chargeOrder(Order order) throws Throwable {
      return charged(order.source().id());
    }
  }
}
