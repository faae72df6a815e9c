package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallRefusedExceptionTest {
  private static final String NAME = "shop.Cart#pay";
  private static final String MESSAGE = "shop.Cart#pay was refused";
  private static final Duration LATER = Duration.ofSeconds(4);

  private final Throwable cause = new IllegalStateException("provider is down");

  Stream<CallRefusedException> refusals() {
    return Stream.of(
        new DeadlineExceededException(NAME, MESSAGE, LATER, cause),
        new DuplicateCallException(NAME, MESSAGE, LATER, cause),
        new IdempotencyKeyReusedException(NAME, MESSAGE, LATER, cause),
        new IdempotencyKeyMissingException(NAME, MESSAGE, LATER, cause),
        new OutcomeUnknownException(NAME, MESSAGE, LATER, cause),
        new StoreUnavailableException(NAME, MESSAGE, LATER, cause));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhoRefusedAndWhyAndWhere(CallRefusedException refusal) {
    String policy = refusal instanceof DeadlineExceededException ? "deadline" : "idempotent";

    assertThat(refusal.policy()).isEqualTo(policy);
    assertThat(refusal.name()).isEqualTo(NAME);
    assertThat(refusal).hasMessage(MESSAGE).cause().isSameAs(cause);
    assertThat(refusal.retryAfter()).isEqualTo(LATER);
    assertThat(refusal.getStackTrace()).isNotEmpty();
  }

  @Test
  void carriesThePolicyItIsGiven() {
    CallRefusedException refusal =
        new CallRefusedException("rate-limit", NAME, MESSAGE, LATER, cause);

    assertThat(refusal.policy()).isEqualTo("rate-limit");
  }

  @Test
  void answersZeroWhenItDoesNotKnowWhenToRetry() {
    assertThat(new DeadlineExceededException(NAME, MESSAGE, null, null).retryAfter()).isZero();
    assertThat(
            new DeadlineExceededException(NAME, MESSAGE, Duration.ofMillis(-1), null).retryAfter())
        .isZero();
  }

  @Test
  void takesTheLastFailureOfTheCallAsItsCauseOnce() {
    CircuitOpenException refusal = new CircuitOpenException(NAME, 60, LATER, cause);
    Throwable lastFailure = new IllegalStateException("read timed out");

    assertThat(refusal.initCause(lastFailure)).isSameAs(refusal).cause().isSameAs(lastFailure);
    assertThatThrownBy(() -> refusal.initCause(cause))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the cause of this refusal was replaced before");
    assertThat(refusal).cause().isSameAs(lastFailure);
  }

  @Test
  void isNotItsOwnCause() {
    CallRefusedException refusal = new DuplicateCallException(NAME, MESSAGE, LATER, null);

    assertThatThrownBy(() -> refusal.initCause(refusal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cause: this refusal itself (expected: another failure)");
  }
}
