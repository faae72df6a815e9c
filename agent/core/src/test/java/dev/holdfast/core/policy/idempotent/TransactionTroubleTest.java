package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Idempotent;
import dev.holdfast.core.store.StoredKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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

  private StoredKey key(String method) {
    return StoredKey.of(woven.qualifiedName(method), List.of(), "1");
  }

  static final class Shop {

    final AtomicInteger payments = new AtomicInteger();

    @Idempotent(key = "id", store = TRANSACTION)
    String pay(Connection connection, String id) throws SQLException {
      return "paid " + payments.incrementAndGet() + id.substring(id.length());
    }
  }
}
