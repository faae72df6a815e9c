package bank;

import dev.holdfast.CallRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the till is spoken to; {@code failures} says how often what is asked for fails first. */
@RestController
@RequestMapping("/till/{text}")
class TillDesk {

  private final Till till;
  private final TransactionTemplate transactions;
  private final DataSource pool;
  private final Trouble trouble;
  private final Branch branch;

  TillDesk(Till till, TransactionTemplate transactions, DataSource pool, Trouble trouble) {
    this.till = till;
    this.transactions = transactions;
    this.pool = pool;
    this.trouble = trouble;
    branch = Branch.open(new DelegatingDataSource(pool));
  }

  @ModelAttribute
  void expect(@RequestParam(defaultValue = "-1") int failures) {
    if (failures >= 0) {
      trouble.expect(failures);
    }
  }

  @PostMapping("/pay")
  String pay(@PathVariable String text) {
    return till.pay(text);
  }

  @PostMapping("/stubbornly")
  String payStubbornly(@PathVariable String text) {
    return till.payStubbornly(text);
  }

  /** Asks twice at once: what comes second is told about. */
  @PostMapping("/at-once/twice")
  String payAtOnceTwice(@PathVariable String text) throws InterruptedException {
    trouble.hold();
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> paidAtOnce(text));
    trouble.awaitHeld();
    String second = paidAtOnce(text);
    trouble.release();
    return second + " while " + first.join();
  }

  private String paidAtOnce(String text) {
    try {
      return till.payAtOnce(text);
    } catch (CallRefusedException refused) {
      return refused.getClass().getSimpleName();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @PostMapping("/isolated")
  String payIsolated(@PathVariable String text) {
    return till.payIsolated(text);
  }

  @PostMapping("/outside")
  String payOutside(@PathVariable String text) {
    return till.payInside(text);
  }

  /** Twice in one transaction; fails after that if there is trouble. */
  @PostMapping("/inside")
  String payInside(@PathVariable String text) {
    return Objects.requireNonNull(transactions.execute(
        status -> {
          String paid = till.payInside(text) + ", " + till.payInside(text);
          trouble.strike();
          return paid;
        }));
  }

  /** In a transaction of another manager inside; fails after that if there is trouble. */
  @PostMapping("/branch")
  String payAtBranch(@PathVariable String text) {
    return Objects.requireNonNull(transactions.execute(
        status -> {
          String paid = branch.pay(text);
          trouble.strike();
          return paid;
        }));
  }

  /** A part that is rolled back to a savepoint, and the same again, in one transaction. */
  @PostMapping("/partly")
  String payPartly(@PathVariable String text) {
    JdbcTransactionManager manager = new JdbcTransactionManager(pool);
    TransactionTemplate nested = new TransactionTemplate(manager);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return Objects.requireNonNull(
        new TransactionTemplate(manager)
            .execute(
                status -> {
                  nested.executeWithoutResult(
                      part -> {
                        till.payApart(text);
                        part.setRollbackOnly();
                      });
                  return till.payApart(text);
                }));
  }

  @PostMapping("/through")
  String payThrough(@PathVariable String text, @RequestParam boolean commits)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      String paid = till.payThrough(connection, text);
      if (commits) {
        connection.commit();
      } else {
        connection.rollback();
      }
      return paid;
    }
  }

  @PostMapping("/through-committed")
  String payThroughCommitted(@PathVariable String text) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return till.payThrough(connection, text);
    }
  }

  @ExceptionHandler({IllegalStateException.class, DataAccessException.class})
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  String failed(RuntimeException failure) {
    return failure.getClass().getSimpleName();
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String refused(CallRefusedException refusal) {
    return refusal.getClass().getSimpleName() + ": " + refusal.getMessage();
  }
}
