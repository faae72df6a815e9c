package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How often a store is asked for a key that is held elsewhere. */
final class PollDelayTest {

  @Test
  void doublesFromFiftyMillisecondsToASecond() {
    long[] longest = new long[7];
    for (int polls = 0; polls < longest.length; polls++) {
      longest[polls] =
          Math.round(PollDelay.nanos(polls, Duration.ofMinutes(1), 0.999999999) / 1_000_000.0);
    }

    assertThat(longest).containsExactly(50, 100, 200, 400, 800, 1000, 1000);
  }

  @Property
  void staysWithinHalfAndWholeAndNeverOutlastsTheLease(
      @ForAll @IntRange(min = 0) int polls,
      @ForAll @LongRange(min = -1_000_000_000L, max = Long.MAX_VALUE) long leftNanos,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
    long delayNanos = PollDelay.nanos(polls, Duration.ofNanos(leftNanos), random);

    assertThat(delayNanos).isBetween(1_000_000L, 1_000_000_000L);
    assertThat(delayNanos).isLessThanOrEqualTo(Math.max(1_000_000L, leftNanos));
  }
}
