package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoverageIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("host.Beside#all")
  void coversTheSameLinesAsWithoutUs(Beside beside) throws Exception {
    Path without = folder.resolve("without.exec");
    Path with = folder.resolve("with.exec");

    Hosts.bare(beside.jdk(), "jboss-modules")
        .withOptions(agent(without))
        .run("host.PlainHost", "shop.Steps");
    ForkedJvm.Result result =
        beside
            .jvm("jboss-modules", agent(with))
            .run("host.PlainHost", "shop.Scenario", "shop.Steps");

    assertThat(result.out().lines())
        .containsExactly("shop.Scenario " + GUARDED, "shop.Steps went fell");
    assertThat(Coverage.of(with, "shop/Steps")).isEqualTo(Coverage.of(without, "shop/Steps"));
    assertThat(Coverage.of(with, "shop/Steps").missed())
        .containsExactly("return step(-1);", "return \"stayed\";");
    // A line that only ever throws counts as missed, with and without guards.
    assertThat(Coverage.of(with, "shop/Scenario").missed())
        .containsExactly(
            "fragile();",
            "sleep();",
            "return false;",
            "} catch (InterruptedException interrupted) {",
            "throw new IllegalStateException(interrupted);",
            "Thread.sleep(30_000);",
            "}");
    Table.row("JaCoCo", Beside.tried(), "guarded; coverage as without ours, all classes matched");
  }

  private static String agent(Path coverage) {
    return "-javaagent:" + Beside.agent("jacoco") + "=destfile=" + coverage + ",includes=shop.*";
  }
}
