package host;

import static host.Hosts.GUARDED;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TracingIT {

  /** What the exporter to the console writes of a span: its name, its trace, its own number. */
  private static final Pattern SPAN = Pattern.compile("'([^']+)' : ([0-9a-f]{32}) [0-9a-f]{16} ");

  @ParameterizedTest
  @MethodSource("host.Beside#all")
  void tracesGuardedCallsAsTheyRun(Beside beside) throws Exception {
    ForkedJvm.Result result =
        beside
            .jvm("opentelemetry", "-javaagent:" + Beside.agent("opentelemetry"))
            .withOptions(
                "-Dotel.traces.exporter=console",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none")
            .run("host.PlainHost", "shop.Scenario", "shop.Traced");

    assertThat(result.out().lines())
        .containsExactly("shop.Scenario " + GUARDED, "shop.Traced paid=3 delivered=3");
    List<MatchResult> spans = SPAN.matcher(result.err()).results().toList();
    assertThat(spans.stream().collect(groupingBy(span -> span.group(1), counting())))
        .isEqualTo(Map.of("order", 1L, "pay", beside.isOursFirst() ? 1L : 3L, "drive", 3L));
    assertThat(spans.stream().map(span -> span.group(2)).distinct()).hasSize(1);
    Table.row(
        "OpenTelemetry agent",
        Beside.tried(),
        "guarded; one trace; @WithSpan: a span for the call if ours is first, else for each attempt");
  }
}
