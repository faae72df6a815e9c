package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.Jitter;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WaitsTest {

  private static final Backoff PLAIN = new Backoff(100, 2, 1000);

  @Property
  void noWaitIsNegativeOrLongerThanTheMaximum(
      @ForAll("backoffs") Backoff backoff,
      @ForAll Jitter jitter,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @LongRange(min = 0) long earlier) {
    long previous = Math.min(earlier, backoff.maxNanos());

    long wait = new Waits(backoff, Spread.of(jitter)).nanos(attempt, previous, 0, random);

    assertThat(wait).isBetween(0L, backoff.maxNanos());
  }

  @Property
  void computedDelaysNeverShrink(
      @ForAll("backoffs") Backoff backoff,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE - 1) int attempt) {
    assertThat(backoff.delayNanos(attempt + 1)).isGreaterThanOrEqualTo(backoff.delayNanos(attempt));
  }

  @Property
  void aDemandIsNeverUndercut(
      @ForAll("backoffs") Backoff backoff,
      @ForAll Jitter jitter,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @LongRange(min = 1) long demanded) {
    long wait = new Waits(backoff, Spread.of(jitter)).nanos(attempt, 0, demanded, random);

    assertThat(wait).isGreaterThanOrEqualTo(demanded);
  }

  @Property
  void equalJitterKeepsHalf(
      @ForAll("backoffs") Backoff backoff,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
    assertThat(Spread.EQUAL.nanos(backoff, attempt, 0, random))
        .isBetween(backoff.delayNanos(attempt) / 2, backoff.delayNanos(attempt));
  }

  @Test
  void delaysDoubleUpToTheMaximum() {
    assertThat(IntStream.rangeClosed(1, 7).mapToLong(PLAIN::delayNanos).toArray())
        .containsExactly(100, 200, 400, 800, 1000, 1000, 1000);
  }

  @Test
  void theDelayOfAnAttemptThatWouldOverflowIsTheMaximum() {
    Backoff backoff = new Backoff(1, 10, Long.MAX_VALUE);

    assertThat(backoff.delayNanos(55)).isEqualTo(Long.MAX_VALUE);
    assertThat(backoff.delayNanos(Integer.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void nothingGrowsOutOfNothing() {
    assertThat(new Backoff(0, 2, 1000).delayNanos(Integer.MAX_VALUE)).isZero();
  }

  @Test
  void eachJitterSpreadsInItsOwnWay() {
    assertThat(Spread.NONE.nanos(PLAIN, 2, 0, 0.5)).isEqualTo(200);
    assertThat(Spread.FULL.nanos(PLAIN, 2, 0, 0.5)).isEqualTo(100);
    assertThat(Spread.EQUAL.nanos(PLAIN, 2, 0, 0.5)).isEqualTo(150);
    assertThat(Spread.DECORRELATED.nanos(PLAIN, 1, 0, 0.5)).isEqualTo(200);
    assertThat(Spread.DECORRELATED.nanos(PLAIN, 2, 200, 0.5)).isEqualTo(350);
    assertThat(Spread.DECORRELATED.nanos(PLAIN, 9, 900, 0.999)).isBetween(990L, 1000L);
  }

  @Test
  void aDemandIsJitteredUpwardsByATenthAtMost() {
    Waits waits = new Waits(PLAIN, Spread.FULL);

    assertThat(waits.nanos(1, 0, 500, 0)).isEqualTo(500);
    assertThat(waits.nanos(1, 0, 500, 0.5)).isEqualTo(525);
    assertThat(waits.nanos(1, 0, 5000, 0.5)).isEqualTo(5050);
    assertThat(waits.nanos(1, 0, Long.MAX_VALUE, 0.5)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void withoutJitterADemandIsWaitedForExactly() {
    Waits waits = new Waits(PLAIN, Spread.NONE);

    assertThat(waits.nanos(1, 0, 5000, 0.5)).isEqualTo(5000);
    assertThat(waits.nanos(4, 0, 500, 0.5)).isEqualTo(800);
  }

  @Test
  void partsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Backoff(-1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("base: -1 ns (expected: >= 0)");
    assertThatThrownBy(() -> new Backoff(1, 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("multiplier: 0.5 (expected: >= 1)");
    assertThatThrownBy(() -> new Backoff(1, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("multiplier: NaN (expected: >= 1)");
    assertThatThrownBy(() -> new Backoff(1, 2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("max: -1 ns (expected: >= 0)");
  }

  @Provide
  Arbitrary<Backoff> backoffs() {
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(0),
            Arbitraries.doubles().between(1, 1e6),
            Arbitraries.longs().greaterOrEqual(0))
        .as(Backoff::new);
  }
}
