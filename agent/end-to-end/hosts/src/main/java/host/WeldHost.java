package host;

import com.arjuna.ats.arjuna.coordinator.TxStats;
import com.arjuna.ats.jta.cdi.TransactionExtension;
import com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorRequired;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.sql.SQLException;
import ledger.AllowedInterceptor;
import ledger.AuditInterceptor;
import ledger.Caller;
import ledger.Database;
import ledger.Journal;
import ledger.Ledger;
import ledger.RolesDecorator;
import ledger.RolesInterceptor;

/** Weld SE with Narayana's transactions. */
public final class WeldHost {

  private WeldHost() {}

  /** Calls the beans; prints what came of each call and of its transactions. */
  public static void main(String[] arguments) throws Exception {
    Database.create();
    try (SeContainer beans =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new TransactionExtension())
            .addPackages(TransactionalInterceptorRequired.class)
            .addBeanClasses(
                Ledger.class,
                Journal.class,
                AllowedInterceptor.class,
                AuditInterceptor.class,
                RolesDecorator.class,
                RolesInterceptor.class)
            .initialize()) {
      Ledger ledger = beans.select(Ledger.class).get();
      Journal journal = beans.select(Journal.class).get();
      print("attempts", () -> answered(() -> ledger.enter("attempts")));
      print("inside", () -> answered(() -> ledger.enterInside("inside")));
      print("checked", () -> answered(() -> ledger.enterChecked("checked")));
      print("permitted", () -> answered(() -> ledger.enterPermitted("permitted")));
      print("decorated", () -> answered(() -> ledger.enterDecorated("decorated")));
      print("outer", () -> journal.book("outer", true));
      print("outer", () -> journal.book("outer", false));
      print("outer", () -> journal.book("outer", false));
      print("covered", () -> ledger.read("covered"));
      print("undone", () -> ledger.bookAtLast("undone"));
      print("undone", () -> ledger.bookAtLast("undone"));
      print("undone", () -> ledger.bookAtLast("undone"));
      Caller.is("customer");
      print("outer", () -> ledger.book("outer"));
    }
  }

  private static String answered(Runnable call) {
    call.run();
    return "done";
  }

  @SuppressWarnings("SystemOut")
  private static void print(String text, Call call) throws SQLException {
    TxStats all = TxStats.getInstance();
    long committed = all.getNumberOfCommittedTransactions();
    long rolledBack = all.getNumberOfApplicationRollbacks();
    int runs = AuditInterceptor.RUNS.get();
    String answer = answer(call);
    System.out.printf(
        "%s: %s, rows %d, committed %d, rolled back %d, audited %d%n",
        text,
        answer,
        Database.rows(text),
        all.getNumberOfCommittedTransactions() - committed,
        all.getNumberOfApplicationRollbacks() - rolledBack,
        AuditInterceptor.RUNS.get() - runs);
  }

  private static String answer(Call call) {
    try {
      return call.make();
    } catch (Exception failure) {
      return failure.getClass().getSimpleName();
    }
  }

  private interface Call {
    String make() throws Exception;
  }
}
