package shop.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class OutageTest {
  private final AtomicLong nanos = new AtomicLong(-Duration.ofSeconds(4).toNanos());
  private final Outage outage =
      new Outage(Duration.ofSeconds(10), Duration.ofSeconds(3), nanos::get);

  @Test
  void isCountedFromTheFirstRequestHoweverLateThatComes() {
    assertThat(outage.isOn()).isFalse();
    assertThat(after(Duration.ofMillis(9_999))).isFalse();
    assertThat(after(Duration.ofMillis(1))).isTrue();
    assertThat(after(Duration.ofMillis(2_999))).isTrue();
    assertThat(after(Duration.ofMillis(1))).isFalse();
  }

  private boolean after(Duration time) {
    nanos.addAndGet(time.toNanos());
    return outage.isOn();
  }
}
