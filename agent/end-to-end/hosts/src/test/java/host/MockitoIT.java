package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MockitoIT {

  @ParameterizedTest
  @MethodSource("host.Beside#all")
  void doublesBehaveAsToldBesideItsAgent(Beside beside) throws Exception {
    ForkedJvm jvm = beside.jvm("mockito", "-javaagent:" + Beside.agent("mockito"));

    // What a spy's own method does is nothing that Mockito can tell from what it was told.
    assertDoubles(jvm, beside.isOursFirst() ? "2" : "real");
    Table.row(
        "Mockito, inline",
        Beside.tried(),
        "mocks, spies, static and constructed mocks as told; a spy's own method is guarded if ours"
            + " is first");
  }

  @ParameterizedTest
  @MethodSource("dev.holdfast.testkit.Jdk#tested")
  void doublesBehaveAsToldWithoutItsAgent(Jdk jdk) throws Exception {
    ForkedJvm jvm = Hosts.bare(jdk, "mockito").withAgent();

    assertDoubles(jvm, "2");
    Table.row(
        "Mockito, inline",
        "without an agent of its own",
        "mocks, spies, static and constructed mocks as told");
  }

  private static void assertDoubles(ForkedJvm jvm, String spied) throws Exception {
    ForkedJvm.Result result = jvm.run("host.PlainHost", "shop.Doubles", "shop.Scenario");

    assertThat(result.out().lines())
        .containsExactly(
            "shop.Doubles mocked=told,told,told x3 spied="
                + spied
                + " x1 constructed=0 x1 static=told x1",
            "shop.Scenario " + GUARDED);
  }
}
