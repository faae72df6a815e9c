package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AttemptFailureTest {

  @Test
  void tellsHowAnEarlierAttemptWent() {
    Throwable failure = new IllegalStateException("connection reset");

    AttemptFailure earlier =
        new AttemptFailure(2, Duration.ofMillis(1_500), Duration.ofMillis(200), failure);

    assertThat(earlier.attempt()).isEqualTo(2);
    assertThat(earlier.elapsed()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(earlier.waited()).isEqualTo(Duration.ofMillis(200));
    assertThat(earlier)
        .hasMessage("attempt 2 failed after 1.5 s, next one 200 ms later")
        .cause()
        .isSameAs(failure);
    assertThat(earlier.getStackTrace()).isEmpty();
  }

  @Test
  void anAttemptTimeoutIsNoRefusal() {
    Throwable interrupted = new IllegalStateException("interrupted");

    assertThat(new AttemptTimeoutException("shop.Cart#pay ran longer than 2 s", interrupted))
        .hasMessage("shop.Cart#pay ran longer than 2 s")
        .isNotInstanceOf(CallRefusedException.class)
        .cause()
        .isSameAs(interrupted);
  }
}
