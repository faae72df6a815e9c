package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Deadline;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.OutcomeUnknownException;
import dev.holdfast.Retry;
import dev.holdfast.StoreUnavailableException;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.store.StoredKey;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls whose keys are rows of the transaction of a connection that they are given. */
final class TransactionTest {

  private static final String TRANSACTION = "transaction";

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop);
  private final FakeKeyTable table = new FakeKeyTable(woven.time);
  private final Connection connection = FakeKeyTable.connection(false);

  TransactionTest() {
    woven.withTable(table);
  }

  @AfterEach
  void forgetInterrupt() {
    Thread.interrupted();
  }

  @Test
  void claimsAndCompletesAroundTheBody() throws Throwable {
    assertThat(woven.call("pay", connection, "1")).isEqualTo("paid 1");

    assertThat(table.steps).containsExactly("claim", "complete");
  }

  @Test
  void givesDuplicatesTheResult() throws Throwable {
    woven.call("pay", connection, "1");

    assertThat(woven.call("pay", connection, "1")).isEqualTo("paid 1");
    assertThat(shop.payments).hasValue(1);
    assertThat(woven.outcomes("pay")).isEqualTo(Map.of("replayed", 1L));
  }

  @Test
  void givesTheKeyBackWhenTheBodyFails() throws Throwable {
    shop.failure = new IllegalStateException("down");

    assertThat(woven.fail("pay", connection, "1")).isSameAs(shop.failure);
    assertThat(table.steps).containsExactly("claim", "release");
    shop.failure = null;
    assertThat(woven.call("pay", connection, "1")).isEqualTo("paid 2");
  }

  @Test
  void claimsTheKeyInEachAttempt() throws Throwable {
    shop.failures.set(2);

    assertThat(woven.call("payStubbornly", connection, "1")).isEqualTo("paid 3");
    assertThat(table.steps)
        .containsExactly("claim", "release", "claim", "release", "claim", "complete");
  }

  @Test
  void asksForTheSameInEachAttemptWhateverTheBodyMakesOfItsArguments() throws Throwable {
    shop.failures.set(1);

    assertThat(woven.call("payOrder", connection, new Order("1", "NEW"))).isEqualTo("paid 2");
    assertThat(woven.call("payOrder", connection, new Order("1", "NEW"))).isEqualTo("paid 2");
    assertThat(shop.payments).hasValue(2);
  }

  @Test
  void claimsTheKeyInEachAttemptAlthoughTheBodyHasRemovedIt() throws Throwable {
    shop.failures.set(1);
    shop.idAfterwards = null;

    assertThat(woven.call("payOrder", connection, new Order("1", "NEW"))).isEqualTo("paid 2");
    assertThat(table.steps).containsExactly("claim", "release", "claim", "complete");
  }

  @Test
  void keepsNoResultThatIsRejected() throws Throwable {
    assertThat(woven.call("payUntilGood", connection, "1")).isEqualTo("paid 2");
    assertThat(woven.call("payUntilGood", connection, "1")).isEqualTo("paid 2");
    assertThat(table.steps).containsExactly("claim", "release", "claim", "complete", "claim");
  }

  @Test
  void runsNothingWithoutTransaction() {
    assertThat(woven.fail("pay", null, "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            ("the store of %s cannot be reached: no transaction is open (expected: one that begins"
                    + " before the body, by @Transactional for example, or a Connection argument"
                    + " with auto-commit off); nothing ran")
                .formatted(woven.name("pay")));
    assertThat(shop.payments).hasValue(0);
  }

  @Test
  void runsNothingThroughAConnectionThatCommitsByItself() {
    assertThat(woven.fail("pay", FakeKeyTable.connection(true), "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "the store of %s cannot be reached: its connection has auto-commit on (expected: off); nothing ran"
                .formatted(woven.name("pay")));
    assertThat(shop.payments).hasValue(0);
  }

  @Test
  void runsNothingWhereItIsNotClearWhichConnectionCounts() {
    assertThat(woven.fail("move", connection, FakeKeyTable.connection(false), "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("its transaction has 2 JDBC connections (expected: 1); nothing ran");
  }

  @Test
  void runsUnguardedWithoutTransactionWhereThatIsWanted() throws Throwable {
    assertThat(woven.call("payAnyway", null, "1")).isEqualTo("paid 1");
    assertThat(woven.outcomes("payAnyway")).isEqualTo(Map.of("unavailable", 1L));
  }

  @Test
  void refusesACallWithoutKeyBeforeAnythingElse() {
    assertThat(woven.fail("payByKey", connection, null))
        .isInstanceOf(IdempotencyKeyMissingException.class);
    assertThat(table.steps).isEmpty();
  }

  @Test
  void carriesTheKeyThroughTheBody() throws Throwable {
    assertThat(woven.call("payByKey", connection, "k-1")).isEqualTo("k-1");
  }

  @Test
  void refusesOtherArgumentsUnderTheSameKey() throws Throwable {
    woven.call("payCents", connection, "1", 100);

    assertThat(woven.fail("payCents", connection, "1", 200))
        .isInstanceOf(IdempotencyKeyReusedException.class);
  }

  @Test
  void letsCallsInsideOfTheSameKeyPass() throws Throwable {
    shop.inside = () -> woven.call("payNested", connection, "1", false);

    assertThat(woven.call("payNested", connection, "1", true)).isEqualTo("outer inner");
    assertThat(table.steps).containsExactly("claim", "complete");
  }

  @Test
  void waitsForAnotherTransactionButNotForEver() {
    table.heldByOthers.add(key("pay"));

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(DuplicateCallException.class)
        .hasMessage(
            "a call of %s with key %s is still in flight after 30.0 s"
                .formatted(woven.name("pay"), key("pay").shortHash()));
    assertThat(table.steps).filteredOn("await"::equals).hasSize(15);
  }

  @Test
  void waitsForAnotherTransactionUntilTheDeadline() {
    table.heldByOthers.add(key("payInTime"));

    assertThat(woven.fail("payInTime", connection, "1"))
        .isInstanceOf(DeadlineExceededException.class);
    assertThat(table.steps).filteredOn("await"::equals).hasSize(2);
  }

  @Test
  void waitsForNobodyWhereThatIsNotWanted() {
    table.heldByOthers.add(key("payAtOnce"));

    assertThat(woven.fail("payAtOnce", connection, "1"))
        .isInstanceOf(DuplicateCallException.class)
        .hasMessage(
            "a call of %s with key %s is in flight"
                .formatted(woven.name("payAtOnce"), key("payAtOnce").shortHash()));
    assertThat(table.steps).containsExactly("claim");
  }

  @Test
  void interruptedCallWaitsForNobody() {
    table.heldByOthers.add(key("pay"));
    Thread.currentThread().interrupt();

    assertThat(woven.fail("pay", connection, "1")).isInstanceOf(DuplicateCallException.class);
    assertThat(table.steps).containsExactly("claim");
  }

  @Test
  void tellsABrokenTransactionAsJdbcDoes() {
    table.failure = new SQLException("could not serialize", "40001");

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(SQLTransactionRollbackException.class)
        .hasMessage(
            "the transaction of %s cannot go on with key %s: another transaction has changed it, or waits for this one. Try again in a new transaction."
                .formatted(woven.name("pay"), key("pay").shortHash()))
        .hasCause(table.failure);
    assertThat(shop.payments).hasValue(0);
  }

  @Test
  void wrapsWhatTheMethodDoesNotDeclare() {
    table.failure = new SQLException("could not serialize", "40001");

    assertThat(woven.fail("payAtOnce", connection, "1"))
        .isInstanceOf(UndeclaredThrowableException.class)
        .hasCauseInstanceOf(SQLTransactionRollbackException.class);
  }

  @Test
  void failsWhereTheOutcomeCannotBeWritten() {
    table.failing = "complete";
    table.failure = new SQLException("secret", "53100");

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "the outcome of %s with key %s cannot be written: the database answered with SQLSTATE 53100; its transaction must be rolled back"
                .formatted(woven.name("pay"), key("pay").shortHash()));
    assertThat(shop.payments).hasValue(1);
  }

  @Test
  void refusesAKeyThatWasCommittedWithoutItsOutcome() throws Throwable {
    table.failing = "complete";
    table.failure = new SQLException("gone", "53100");
    woven.fail("pay", connection, "1");
    table.failure = null;

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "an earlier call of %s with key %s was committed without its outcome: its effect may have happened; nothing ran"
                .formatted(woven.name("pay"), key("pay").shortHash()));
  }

  @Test
  void sweepsOnceAMinuteAndAgainWhileThereIsMore() throws Throwable {
    woven.call("pay", connection, "1");
    woven.time.advance(Duration.ofMinutes(1).toNanos());
    woven.call("pay", connection, "2");
    woven.call("pay", connection, "3");

    assertThat(table.steps).filteredOn("sweep"::equals).hasSize(2);
  }

  private StoredKey key(String method) {
    return StoredKey.of(woven.qualifiedName(method), List.of(), "1");
  }

  /** A call from inside of a body. */
  interface Inside {
    @Nullable Object call() throws Throwable;
  }

  /** What a body changes, and a rollback does not change back. */
  static final class Order {

    @Nullable String id;
    String status;

    Order(@Nullable String id, String status) {
      this.id = id;
      this.status = status;
    }
  }

  static final class Shop {

    final AtomicInteger payments = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    @Nullable RuntimeException failure;
    @Nullable String idAfterwards = "2";
    Inside inside = () -> null;

    @Idempotent(key = "id", store = TRANSACTION)
    String pay(@Nullable Connection connection, String id) throws SQLException {
      int number = payments.incrementAndGet();
      if (failure != null) {
        throw failure;
      }
      return "paid " + number + id.substring(id.length());
    }

    @Retry(backoff = "0")
    @Idempotent(key = "id", store = TRANSACTION)
    String payStubbornly(Connection connection, String id) {
      int number = payments.incrementAndGet();
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("trouble");
      }
      return "paid " + number + id.substring(id.length());
    }

    @Retry(backoff = "0")
    @Idempotent(key = "order.id", store = TRANSACTION)
    String payOrder(Connection connection, Order order) {
      int number = payments.incrementAndGet();
      order.id = idAfterwards;
      order.status = "PAID";
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("trouble");
      }
      return "paid " + number;
    }

    @Retry(backoff = "0", onResult = "isBad")
    @Idempotent(key = "id", store = TRANSACTION)
    String payUntilGood(Connection connection, String id) {
      return "paid " + payments.incrementAndGet() + id.substring(id.length());
    }

    boolean isBad(String result) {
      return result.equals("paid 1");
    }

    @Idempotent(key = "id", store = TRANSACTION, onUnavailable = OnUnavailable.RUN)
    String payAnyway(@Nullable Connection connection, String id) {
      return "paid " + payments.incrementAndGet() + id.substring(id.length());
    }

    @Idempotent(key = "id", store = TRANSACTION, concurrent = Concurrent.REJECT)
    String payAtOnce(Connection connection, String id) {
      return "paid " + payments.incrementAndGet() + id.substring(id.length());
    }

    @Deadline("3s")
    @Idempotent(key = "id", store = TRANSACTION)
    String payInTime(Connection connection, String id) {
      return "paid " + payments.incrementAndGet() + id.substring(id.length());
    }

    @Idempotent(store = TRANSACTION)
    String payByKey(Connection connection, @IdempotencyKey @Nullable String key) {
      payments.incrementAndGet();
      return String.valueOf(Scopes.current().key());
    }

    @Idempotent(key = "id", store = TRANSACTION)
    String payCents(Connection connection, String id, int cents) {
      return id + cents;
    }

    @Idempotent(key = "id", store = TRANSACTION, matchArguments = false)
    String payNested(Connection connection, String id, boolean isOuter) throws Throwable {
      return isOuter ? "outer " + inside.call() : "inner";
    }

    @Idempotent(key = "id", store = TRANSACTION)
    String move(Connection from, Connection to, String id) {
      return id;
    }
  }
}
