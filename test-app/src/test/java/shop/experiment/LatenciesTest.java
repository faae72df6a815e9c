package shop.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LatenciesTest {

  @Test
  void percentilesAreByNearestRank() {
    Latencies latencies =
        new Latencies(
            IntStream.rangeClosed(1, 200).mapToObj(i -> Duration.ofMillis(201 - i)).toList());

    assertThat(latencies.percentile(50)).isEqualTo(Duration.ofMillis(100));
    assertThat(latencies.percentile(99)).isEqualTo(Duration.ofMillis(198));
    assertThat(latencies.percentile(100)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void oneOrderIsEveryPercentile() {
    Latencies latencies = new Latencies(List.of(Duration.ofMillis(7)));

    assertThat(latencies.percentile(1)).isEqualTo(Duration.ofMillis(7));
    assertThat(latencies.percentile(100)).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void noOrdersTakeNoTime() {
    assertThat(new Latencies(List.of()).percentile(99)).isEqualTo(Duration.ZERO);
  }
}
