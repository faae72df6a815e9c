package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BreakerLimitsTest {

  @Property
  void theOpenTimeDoublesAndNeverExceedsTheMaximum(
      @ForAll @LongRange(min = 1, max = Nanos.MOST) long one,
      @ForAll @LongRange(min = 1, max = Nanos.MOST) long other,
      @ForAll @IntRange(min = 0, max = 1000) int failedTrials) {
    BreakerLimits limits = opening(Math.min(one, other), Math.max(one, other));

    long open = limits.openNanosAfter(failedTrials);

    BigInteger doubled = BigInteger.valueOf(limits.openNanos()).shiftLeft(failedTrials);
    assertThat(BigInteger.valueOf(open))
        .isEqualTo(doubled.min(BigInteger.valueOf(limits.maxOpenNanos())));
  }

  @Property
  void aRateIsReachedExactlyWhenTheShareIsThere(
      @ForAll @IntRange(min = 1, max = 100) int percent,
      @ForAll @IntRange(min = 1, max = 1000) int calls,
      @ForAll @IntRange(min = 0, max = 1000) int some) {
    int failures = Math.min(some, calls);

    boolean isReached = limits(percent, 1).isReachedBy(new Tally(calls, failures, 0));

    assertThat(isReached).isEqualTo(failures * 100 >= percent * calls);
  }

  @Test
  void slowCallsMatterOnlyWhereCallsAreTimed() {
    Tally allSlow = new Tally(10, 0, 10);

    assertThat(Lab.LIMITS.isReachedBy(allSlow)).isFalse();
    assertThat(Lab.TIMED.isReachedBy(allSlow)).isTrue();
  }

  @Test
  void namesTheNumberThatCannotBe() {
    assertThatThrownBy(() -> limits(0, 1))
        .hasMessage("failureRate: 0.0 (expected: > 0 and <= 100)");
    assertThatThrownBy(() -> limits(Double.NaN, 1))
        .hasMessage("failureRate: NaN (expected: > 0 and <= 100)");
    assertThatThrownBy(() -> limits(50, 0)).hasMessage("minimumCalls: 0 (expected: >= 1)");
    assertThatThrownBy(() -> opening(2, 1))
        .hasMessage("maxOpenNanos: 1 (expected: >= openNanos and <= " + Nanos.MOST + ")");
  }

  private static BreakerLimits limits(double failureRate, int minimumCalls) {
    return new BreakerLimits(new WindowSize.Calls(100), failureRate, minimumCalls, 0, 100, 1, 1, 1);
  }

  private static BreakerLimits opening(long openNanos, long maxOpenNanos) {
    return new BreakerLimits(new WindowSize.Calls(100), 50, 20, 0, 100, openNanos, maxOpenNanos, 3);
  }
}
