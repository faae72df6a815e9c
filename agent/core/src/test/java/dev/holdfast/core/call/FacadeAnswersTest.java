package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.time.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FacadeAnswersTest {

  private final FakeTime time = new FakeTime();
  private final FacadeAnswers answers = new FacadeAnswers(time);

  @Test
  void isNeutralOutsideOfGuardedCalls() {
    Scopes.track();
    Scopes.end(Scopes.begin());

    assertThat(answers.apply("attempt")).isEqualTo(1);
    assertThat(answers.apply("remaining")).isNull();
    assertThat(answers.apply("idempotencyKey")).isNull();
    assertThat(answers.apply("degraded")).isEqualTo(false);
  }

  @Test
  void tellsOfTheInnermostScope() {
    Deadline deadline = Deadline.after(2_000_000_000L, time, "shop.Cart#pay");

    Scope outer =
        Scopes.enter(Scope.NONE.withAttempt(2).withKey("order-17").withDeadline(deadline));
    time.advance(500_000_000L);

    assertThat(answers.apply("attempt")).isEqualTo(2);
    assertThat(answers.apply("remaining")).isEqualTo(Duration.ofMillis(1500));
    assertThat(answers.apply("idempotencyKey")).isEqualTo("order-17");
    Scopes.leave(outer);
  }

  @Test
  void nothingRemainsOnceTheDeadlineHasPassed() {
    Scope outer = Scopes.enter(Scope.NONE.withDeadline(Deadline.after(5, time, "shop.Cart#pay")));
    time.advance(6);

    assertThat(answers.apply("remaining")).isEqualTo(Duration.ZERO);

    Scopes.leave(outer);
  }

  @Test
  void isDegradedAfterASubstitute() {
    Scopes.track();
    Scope outer = Scopes.begin();
    Scopes.degrade();
    Scopes.end(outer);

    assertThat(answers.apply("degraded")).isEqualTo(true);
  }

  @Test
  void hasNothingToTellOnOtherQuestions() {
    assertThat(answers.apply("weather")).isNull();
  }
}
