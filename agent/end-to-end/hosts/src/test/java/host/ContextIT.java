package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;

class ContextIT {

  @Test
  void carriesWhatLibrariesKeepByThreadAndTakesItOffAgain() throws Exception {
    ForkedJvm.Result result = Hosts.under("context").run("host.ContextHost");

    String set = " mdc log4j trace ann fr";
    String unset = " null null null nobody en";
    assertThat(result.out().lines())
        .containsExactly(
            "set attempt" + set,
            "set handoff" + set,
            "set fallback" + set,
            "unset attempt" + unset,
            "unset handoff" + unset,
            "unset fallback" + unset);
    Table.row(
        "SLF4J, Log4j 2, OpenTelemetry, Spring Security, Spring locale",
        "attempts, handoff and fallback on other threads",
        "carried, and taken off again");
  }
}
