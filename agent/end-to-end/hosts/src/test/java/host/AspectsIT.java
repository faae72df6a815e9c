package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AspectsIT {

  @ParameterizedTest
  @MethodSource("host.Beside#all")
  void advisesEachAttemptOnce(Beside beside) throws Exception {
    ForkedJvm.Result result =
        beside
            .jvm("aspectj", "-javaagent:" + Beside.agent("aspectj"))
            .run("host.PlainHost", "shop.Scenario", "aspects.Attempts");

    assertThat(result.out().lines())
        .containsExactly("shop.Scenario " + GUARDED, "aspects.Attempts advised=3");
    Table.row(
        "AspectJ, load-time weaving", Beside.tried(), "guarded; advice runs once for each attempt");
  }
}
