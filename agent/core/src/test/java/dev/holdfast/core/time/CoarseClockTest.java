package dev.holdfast.core.time;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CoarseClockTest {

  private final FakeTime time = new FakeTime();
  private final CoarseClock clock = new CoarseClock(time::nanoTime, time::scheduleAt);

  @Property
  void isNeverMoreThanAHundredMillisecondsBehind(
      @ForAll @Size(max = 50) List<@IntRange(max = 3_000) Integer> pausesInMillis) {
    for (int pause : pausesInMillis) {
      time.advance(MILLISECONDS.toNanos(pause));

      long behind = time.nanoTime() - clock.nanoTime();

      assertThat(behind).isBetween(0L, MILLISECONDS.toNanos(100));
    }
  }

  @Test
  void doesNotTickBeforeItIsRead() {
    assertThat(clock.isTicking()).isFalse();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void stopsTickingWhenNobodyReadsItForASecond() {
    clock.nanoTime();

    time.advance(MILLISECONDS.toNanos(900));
    boolean isTickingBefore = clock.isTicking();
    time.advance(MILLISECONDS.toNanos(200));

    assertThat(isTickingBefore).isTrue();
    assertThat(clock.isTicking()).isFalse();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void ticksOnWhileItIsRead() {
    for (int reading = 0; reading < 50; reading++) {
      clock.nanoTime();
      time.advance(MILLISECONDS.toNanos(500));
    }

    assertThat(clock.isTicking()).isTrue();
    assertThat(time.pendingAlarms()).isEqualTo(1);
  }
}
