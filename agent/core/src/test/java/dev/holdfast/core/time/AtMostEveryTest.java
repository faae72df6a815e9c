package dev.holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is let through of what would flood a log. */
final class AtMostEveryTest {

  private final FakeTime time = new FakeTime();
  private final AtMostEvery minutely = new AtMostEvery(Duration.ofMinutes(1), time);
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void runsTheFirstAndThenOneInEachInterval() {
    minutely.run(runs::incrementAndGet);
    minutely.run(runs::incrementAndGet);
    assertThat(runs).hasValue(1);

    time.advance(Duration.ofMinutes(1).toNanos() - 1);
    minutely.run(runs::incrementAndGet);
    assertThat(runs).hasValue(1);

    time.advance(1);
    minutely.run(runs::incrementAndGet);
    minutely.run(runs::incrementAndGet);
    assertThat(runs).hasValue(2);
  }
}
