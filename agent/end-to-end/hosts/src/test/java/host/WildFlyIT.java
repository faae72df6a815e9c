package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One server under the agent, which is in its {@code JAVA_OPTS} and nowhere else. */
@Tag("application-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WildFlyIT {

  private static final String HOST = "WildFly " + WildFly.release();

  private static final int DEPLOYMENTS = 50;

  private WildFly wildFly;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    wildFly = WildFly.start(folder, "-javaagent:" + ForkedJvm.agentJar());
  }

  @AfterAll
  void stop() {
    wildFly.close();
  }

  @Test
  void startsWithItsOwnLogManager() throws Exception {
    assertThat(wildFly.printed())
        .contains("[holdfast] INFO")
        .doesNotContain("WFLYLOG0078", " ERROR ", "java.util.logging.ErrorManager");
    Table.row(
        HOST, "the agent in JAVA_OPTS and no other setting", "starts, logs by its own manager");
  }

  @Test
  void guardsWars() throws Exception {
    War one = War.scenario("one", false);
    War two = War.scenario("two", true);
    wildFly.deploy(one);
    wildFly.deploy(two);

    String answer = "200 " + GUARDED + " own=true exceptions=null";
    assertThat(wildFly.get(one)).isEqualTo(answer);
    assertThat(wildFly.get(two)).isEqualTo(answer);
    Table.row(HOST, "two wars, one class, our jar in one WEB-INF/lib", "guarded");
  }

  @Test
  void guardsAroundTransactions() throws Exception {
    War bank = War.bank();
    wildFly.deploy(bank);

    assertThat(wildFly.get(bank).lines())
        .containsExactly(
            "200 attempts: done, rows 1, committed 1, rolled back 2",
            "inside: done, rows 1, committed 1, rolled back 0",
            "outer: IllegalStateException, rows 0, committed 0, rolled back 1",
            "outer: done, rows 1, committed 1, rolled back 0",
            "outer: done, rows 1, committed 0, rolled back 0",
            "teller: done, rows 3, committed 1, rolled back 0");
    Table.row(
        HOST,
        "@Transactional of CDI: attempts, self-invocation, a rollback further out; an EJB",
        "a transaction for each attempt; in the EJB all share its container's, as explain says");
  }

  @Test
  void leavesNoLoaderBehind() throws Exception {
    War busy = War.busy("busy");
    for (int deployment = 0; deployment < DEPLOYMENTS; deployment++) {
      wildFly.deploy(busy);
      assertThat(wildFly.get(busy)).isEqualTo("200 " + GUARDED + " moved moved moved");
      wildFly.undeploy(busy);
    }

    int live = wildFly.liveLoaders(busy);
    assertThat(live).isLessThanOrEqualTo(2);
    Table.measured(
        HOST,
        DEPLOYMENTS + " deployments of a war that uses every policy",
        "at most 2 live loaders at the end",
        live + " live");
  }
}
