package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeldIT {

  @TempDir private Path folder;

  @Test
  void guardsAroundTransactionsAndInsideOfAuthorisation() throws Exception {
    ForkedJvm.Result result =
        Hosts.under("weld")
            .withOptions(
                "-DObjectStoreEnvironmentBean.objectStoreDir=" + folder,
                "-DObjectStoreEnvironmentBean.communicationStore.objectStoreDir=" + folder,
                "-DObjectStoreEnvironmentBean.stateStore.objectStoreDir=" + folder,
                "-DCoordinatorEnvironmentBean.enableStatistics=true")
            .run("host.WeldHost");

    assertThat(result.out().lines())
        .describedAs(result.err())
        .containsExactly(
            "attempts: done, rows 1, committed 1, rolled back 2, audited 3",
            "inside: done, rows 1, committed 1, rolled back 0, audited 0",
            "checked: done, rows 1, committed 1, rolled back 0, audited 0",
            "permitted: done, rows 1, committed 1, rolled back 0, audited 0",
            "decorated: done, rows 1, committed 1, rolled back 0, audited 0",
            "outer: IllegalStateException, rows 0, committed 0, rolled back 1, audited 0",
            "outer: outer booked, rows 1, committed 1, rolled back 0, audited 0",
            "outer: outer booked, rows 1, committed 1, rolled back 0, audited 0",
            "covered: covered after 15 tries, rows 0, committed 0, rolled back 1, audited 0",
            "undone: undone booked, rows 0, committed 0, rolled back 1, audited 0",
            "undone: undone booked, rows 1, committed 1, rolled back 0, audited 0",
            "undone: undone booked, rows 1, committed 0, rolled back 0, audited 0",
            "outer: SecurityException, rows 1, committed 0, rolled back 0, audited 0");
    assertThat(result.err())
        .contains(
            "ledger.Ledger#enterChecked: authorisation by ledger.RolesInterceptor is inside of the"
                + " transaction (expected: outside), so its guards are inside of both. Give it a"
                + " @Priority below 200.",
            "ledger.Ledger#enterPermitted: what authorises by @ledger.Permitted is not known"
                + " (expected: an interceptor that comes before the transaction), so its guards are"
                + " inside of it.",
            "ledger.Ledger#enterDecorated: authorisation by ledger.RolesDecorator is inside of the"
                + " transaction (expected: outside), so its guards are inside of both. Authorise by"
                + " an interceptor before it.");
    Table.row(
        "Weld SE 6, Narayana, @Transactional",
        "attempts, self-invocation, a rollback further out, setRollbackOnly, authorisation outside,"
            + " inside, by a decorator, by nobody knows whom",
        "a transaction for each attempt, inside of authorisation; inside the current one where"
            + " self-invoked");
  }
}
