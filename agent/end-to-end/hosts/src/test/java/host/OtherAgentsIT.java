package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OtherAgentsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("host.Beside#all")
  void namesTheSecondOfTwoOfOurs(Beside beside) throws Exception {
    Path copy = folder.resolve("holdfast-agent.jar");
    Files.copy(ForkedJvm.agentJar(), copy);

    ForkedJvm.Result result =
        beside.jvm("jboss-modules", "-javaagent:" + copy).run("host.PlainHost", "shop.Scenario");

    assertThat(result.out().lines()).containsExactly("shop.Scenario " + GUARDED);
    assertThat(result.err().lines().filter(line -> line.contains("ERROR")))
        .singleElement()
        .asString()
        .contains("the agent is given twice");
    Table.row(
        "Holdfast, given twice", Beside.tried(), "the first guards, one error names the second");
  }

  @ParameterizedTest
  @MethodSource("host.Beside#all")
  void guardsUnderDebuggers(Beside beside) throws Exception {
    ForkedJvm.Result result =
        beside
            .jvm("jboss-modules", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=0")
            .run("host.PlainHost", "shop.Scenario");

    assertThat(result.out().lines()).contains("shop.Scenario " + GUARDED);
    Table.row("a debugger's agent, jdwp", Beside.tried(), "guarded");
  }
}
