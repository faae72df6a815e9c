package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.StoreUnavailableException;
import dev.holdfast.core.store.StoredKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table of keys in a transaction can have wrong. */
final class TransactionTroubleTest {

  private static final String TRANSACTION = "transaction";

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop);
  private final FakeKeyTable table = new FakeKeyTable(woven.time);
  private final Connection connection = FakeKeyTable.connection(false);

  TransactionTroubleTest() {
    woven.withTable(table);
  }

  @Test
  void tellsThatANewTransactionWillFindATableThatIsGone() {
    table.failure = new SQLException("no such table", "42P01");

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(SQLTransactionRollbackException.class)
        .hasMessage(
            "the transaction of %s cannot go on with key %s: its table was there, and is gone. Try again in a new transaction."
                .formatted(woven.name("pay"), key("pay").shortHash()))
        .hasCause(table.failure);
    assertThat(shop.payments).hasValue(0);
  }

  @Test
  void tellsATransactionThatCannotEvenLookForTheTableAsJdbcDoes() {
    table.failing = "exists";
    table.failure = new SQLException("could not serialize", "40001");

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(SQLTransactionRollbackException.class)
        .hasCause(table.failure);
    assertThat(woven.fail("payAnyway", connection, "1"))
        .isInstanceOf(SQLTransactionRollbackException.class)
        .hasCause(table.failure);
    assertThat(shop.payments).hasValue(0);
  }

  @Test
  void runsNothingWhereTheTableCannotBeLookedFor() {
    table.failing = "exists";
    table.failure = new SQLException("secret", "42501");

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "the store of %s cannot be reached: the database answered with SQLSTATE 42501; nothing ran"
                .formatted(woven.name("pay")));
    assertThat(shop.payments).hasValue(0);
  }

  @Test
  void runsNothingWhereTheKeyCannotBeWritten() {
    table.failure = new SQLException("secret", "42501");

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "the store of %s cannot be reached: the database answered with SQLSTATE 42501; nothing ran"
                .formatted(woven.name("pay")));
    assertThat(table.steps).containsExactly("claim");
    assertThat(shop.payments).hasValue(0);
  }

  @Test
  void runsNothingWhereTheRowIsDamaged() {
    table.isDamaged = true;

    assertThat(woven.fail("pay", connection, "1"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "the store of %s cannot be reached: the row of a key is in state Z (expected: F, C or X); nothing ran"
                .formatted(woven.name("pay")));
    assertThat(shop.payments).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42501", "42P01"})
  void runsUnguardedInASoundTransactionWhereTheKeyCannotBeWrittenAndThatIsWanted(String state)
      throws Throwable {
    table.failure = new SQLException("secret", state);

    assertThat(woven.call("payAnyway", table.connectionWithSavepoints(), "1")).isEqualTo("paid 1");
    assertThat(table.steps).containsExactly("savepoint", "claim", "undo");
    assertThat(woven.outcomes("payAnyway")).isEqualTo(Map.of("unavailable", 1L));
  }

  @Test
  void keepsNoSavepointOfAClaimThatWasMade() throws Throwable {
    woven.call("payAnyway", table.connectionWithSavepoints(), "1");

    assertThat(table.steps).containsExactly("savepoint", "claim", "forget", "complete");
  }

  private StoredKey key(String method) {
    return StoredKey.of(woven.qualifiedName(method), List.of(), "1");
  }

  static final class Shop {

    final AtomicInteger payments = new AtomicInteger();

    @Idempotent(key = "id", store = TRANSACTION)
    String pay(Connection connection, String id) throws SQLException {
      return "paid " + payments.incrementAndGet() + id.substring(id.length());
    }

    @Idempotent(key = "id", store = TRANSACTION, onUnavailable = OnUnavailable.RUN)
    String payAnyway(Connection connection, String id) throws SQLException {
      return "paid " + payments.incrementAndGet() + id.substring(id.length());
    }
  }
}
