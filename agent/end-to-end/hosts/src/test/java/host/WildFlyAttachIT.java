package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Histogram;
import dev.holdfast.testkit.Jdk;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that runs already, with a war that carries our annotations and has served. */
@Tag("application-server")
class WildFlyAttachIT {

  @Test
  void guardsFromTheNextRequestOnAndLetsGo(@TempDir Path folder) throws Exception {
    War war = War.scenario("one", true);
    try (WildFly wildFly = WildFly.start(folder, "-Dheld=not")) {
      wildFly.deploy(war);
      assertThat(wildFly.get(war)).startsWith("500 ");

      assertThat(command("attach", wildFly)).startsWith("attached: holdfast 0.1.0 in mode enforce");
      String copy =
          "ModuleClassLoader for Module \"deployment.one.war\" from Service Module Loader";
      assertThat(wildFly.get(war)).isEqualTo("200 " + GUARDED + " own=true exceptions=" + copy);
      assertThat(command("status", wildFly)).contains("shop.Scenario#flaky");

      assertThat(command("detach", wildFly)).startsWith("detached: ");
      assertThat(wildFly.get(war)).startsWith("500 ");
      Histogram.awaitNone(Jdk.own(), wildFly.pid(), "dev.holdfast.core.");
    }
    Table.row(
        "WildFly " + WildFly.release(),
        "attach while it serves, status, detach",
        "guarded, as it was before; nothing of the agent left");
  }

  private static String command(String command, WildFly wildFly) throws Exception {
    ForkedJvm.Result result =
        ForkedJvm.of(Jdk.own()).runJar(ForkedJvm.agentJar(), command, Long.toString(wildFly.pid()));
    assertThat(result.err()).isEmpty();
    return result.out();
  }
}
