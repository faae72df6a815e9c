package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Deadline;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.OnUnknown;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is said of methods whose keys are rows of a transaction. */
final class TransactionPlanTest {

  private static final String TRANSACTION = "transaction";

  private final Woven woven = new Woven(new Shop());

  @Test
  void reportsWhatATransactionCannotKeep() {
    assertThat(woven.problems("remembers"))
        .containsExactly(
            "@Idempotent on %s: rememberFailures: {java.lang.IllegalStateException} (expected: none beside store = transaction, whose rollback would forget them). Remove one of the two."
                .formatted(woven.name("remembers")));
    assertThat(woven.problems("later"))
        .containsExactly(
            "@Idempotent on %s: store: transaction (expected: another one for a method that returns a future, which may end after its transaction). Return the value itself, or name another store."
                .formatted(woven.name("later")));
  }

  @Test
  void reportsThatAnotherThreadHasNotTheTransaction() {
    assertThat(woven.problems("elsewhere"))
        .containsExactly(
            "@Deadline on %s: handoff: true (expected: false beside @Idempotent with store = transaction). Set handoff = false, or do without @Idempotent with store = transaction: it stays on the caller's thread."
                .formatted(woven.name("elsewhere")));
  }

  @Test
  void notesWhereTheGuardIs() {
    assertThat(woven.notes("rather"))
        .containsExactly(
            "@Idempotent: does not compare connection: java.sql.Connection is an interface that"
                + " anything may implement",
            "@Idempotent: keys are rows of the application's own database, in the transaction that"
                + " is open when the body begins: this guard is inside of it, the others are where"
                + " they always are",
            "@Idempotent: onUnknown = FAIL has nothing to say: no holder is lost, and a rollback"
                + " keeps no key");
  }

  @SuppressWarnings("unused") // planned, and never called
  static final class Shop {

    @Idempotent(key = "id", store = TRANSACTION, rememberFailures = IllegalStateException.class)
    String remembers(Connection connection, String id) {
      return id;
    }

    @Idempotent(key = "id", store = TRANSACTION)
    CompletableFuture<String> later(Connection connection, String id) {
      return CompletableFuture.completedFuture(id);
    }

    @Deadline(value = "1s", handoff = true)
    @Idempotent(key = "id", store = TRANSACTION)
    String elsewhere(Connection connection, String id) {
      return id;
    }

    @Idempotent(key = "id", store = TRANSACTION, onUnknown = OnUnknown.FAIL)
    String rather(Connection connection, String id) {
      return id;
    }
  }
}
