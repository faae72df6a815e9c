package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CircuitOpenExceptionTest {
  private static final String NAME = "shop.Cart#pay";

  @Test
  void wordsItselfFromItsState() {
    Throwable cause = new IllegalStateException("provider is down");

    CircuitOpenException refusal =
        new CircuitOpenException(NAME, 60, Duration.ofMillis(4_200), cause);

    assertThat(refusal)
        .hasMessage("breaker shop.Cart#pay is OPEN (failure rate 60.0 %, next trial in 4.2 s)")
        .cause()
        .isSameAs(cause);
    assertThat(refusal.policy()).isEqualTo("circuit-breaker");
    assertThat(refusal.name()).isEqualTo(NAME);
    assertThat(refusal.failureRate()).isEqualTo(60.0);
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(4_200));
  }

  @Test
  void saysThatTrialsAreUnderWayWhenThereIsNothingToWaitFor() {
    assertThat(new CircuitOpenException(NAME, 60, Duration.ZERO, null))
        .hasMessage("breaker shop.Cart#pay is OPEN (failure rate 60.0 %, trials under way)");
  }

  @Test
  void leavesOutAFailureRateThatItDoesNotKnow() {
    CircuitOpenException refusal =
        new CircuitOpenException(NAME, Double.NaN, Duration.ofMillis(35), null);

    assertThat(refusal).hasMessage("breaker shop.Cart#pay is OPEN (next trial in 35 ms)");
  }

  @Test
  void keepsTheWordsItIsGiven() {
    CircuitOpenException refusal =
        new CircuitOpenException(NAME, "closed for today", Duration.ZERO, null);

    assertThat(refusal).hasMessage("closed for today");
    assertThat(refusal.failureRate()).isNaN();
  }

  @Test
  void hasNoStackTraceButTakesSuppressedFailures() {
    CircuitOpenException refusal = new CircuitOpenException(NAME, 60, Duration.ZERO, null);
    Throwable suppressed = new IllegalStateException("fallback failed");

    refusal.addSuppressed(suppressed);

    assertThat(refusal.getStackTrace()).isEmpty();
    assertThat(refusal.getSuppressed()).containsExactly(suppressed);
  }
}
