package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

  private static final long LENGTH = Duration.ofSeconds(16).toNanos();
  private static final long SLOT = LENGTH / TimeWindow.SLOTS;

  /**
   * One outcome, some time after the one before.
   *
   * @param isLate whether the outcome some counts back turns out a failure instead
   */
  record Step(long pauseNanos, boolean isFailure, boolean isSlow, boolean isLate) {}

  private static final class Outcome {

    final long atNanos;
    boolean isFailure;
    final boolean isSlow;

    Outcome(long atNanos, boolean isFailure, boolean isSlow) {
      this.atNanos = atNanos;
      this.isFailure = isFailure;
      this.isSlow = isSlow;
    }
  }

  /** Every outcome there ever was, looked through each time. */
  private static final class NaiveWindow {

    final List<Outcome> outcomes = new ArrayList<>();

    Tally tally(long now) {
      List<Outcome> counted =
          outcomes.stream()
              .filter(outcome -> outcome.atNanos / SLOT > now / SLOT - TimeWindow.SLOTS)
              .toList();
      return new Tally(
          counted.size(),
          counted.stream().filter(outcome -> outcome.isFailure).count(),
          counted.stream().filter(outcome -> outcome.isSlow).count());
    }
  }

  @Property
  void holdsWhatANaiveWindowHolds(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 50) int back) {
    FakeTime time = new FakeTime();
    TimeWindow window = new TimeWindow(LENGTH, time::nanoTime);
    NaiveWindow naive = new NaiveWindow();
    List<Long> tickets = new ArrayList<>();
    long now = 0;

    for (Step step : steps) {
      time.advance(step.pauseNanos);
      now += step.pauseNanos;
      int late = naive.outcomes.size() - back;
      if (!step.isLate) {
        tickets.add(window.count(step.isFailure, step.isSlow));
        naive.outcomes.add(new Outcome(now, step.isFailure, step.isSlow));
      } else if (late >= 0 && !naive.outcomes.get(late).isFailure) {
        window.fail(tickets.get(late));
        naive.outcomes.get(late).isFailure = true;
      }

      assertThat(window.tally()).isEqualTo(naive.tally(now));
    }
  }

  @Property
  void anOutcomeCountsForFifteenSixteenthsOfTheLengthAndNeverLonger(
      @ForAll("offsets") long offset, @ForAll("offsets") long more) {
    FakeTime time = new FakeTime();
    TimeWindow window = new TimeWindow(LENGTH, time::nanoTime);
    time.advance(offset);
    window.count(true, false);

    time.advance(LENGTH - SLOT);
    Tally before = window.tally();
    time.advance(SLOT + more);
    Tally after = window.tally();

    assertThat(before).isEqualTo(new Tally(1, 1, 0));
    assertThat(after).isEqualTo(Tally.NONE);
  }

  @Test
  void aSuccessSaysWhenTheMinimumIsReachedAndWhenOlderOutcomesMayHaveGone() {
    FakeTime time = new FakeTime();
    TimeWindow window = new TimeWindow(LENGTH, time::nanoTime);

    boolean first = window.succeed(2);
    boolean second = window.succeed(2);
    boolean third = window.succeed(2);
    time.advance(SLOT);
    boolean inTheNextSlot = window.succeed(2);
    boolean again = window.succeed(2);

    assertThat(List.of(first, second, third, inTheNextSlot, again))
        .containsExactly(false, true, false, true, false);
  }

  @Test
  void aClockThatLagsBehindCountsInTheNewestSlot() {
    FakeTime time = new FakeTime();
    long[] lag = {0};
    TimeWindow window = new TimeWindow(LENGTH, () -> time.nanoTime() - lag[0]);
    time.advance(3 * SLOT);
    window.count(false, false);

    lag[0] = 2 * SLOT;
    window.count(true, false);

    assertThat(window.tally()).isEqualTo(new Tally(2, 1, 0));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Long> pauses =
        Arbitraries.oneOf(
            Arbitraries.just(0L),
            Arbitraries.longs().between(0, 2 * SLOT),
            Arbitraries.longs().between(0, 2 * LENGTH));
    return Combinators.combine(
            pauses,
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false, false))
        .as(Step::new)
        .list()
        .ofMaxSize(200);
  }

  @Provide
  Arbitrary<Long> offsets() {
    return Arbitraries.longs().between(0, 2 * LENGTH);
  }
}
