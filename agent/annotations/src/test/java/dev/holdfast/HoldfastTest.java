package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HoldfastTest {

  @AfterEach
  void detach() {
    attach(null);
  }

  @Test
  void answersNeutrallyWithoutAnAgent() {
    assertNeutral();
  }

  @Test
  void passesOnWhatTheAgentAnswers() {
    Map<String, Object> answers =
        Map.of(
            "attempt",
            3,
            "remaining",
            Duration.ofMillis(250),
            "idempotencyKey",
            "order-17",
            "degraded",
            true);

    attach(answers::get);

    assertThat(Holdfast.attempt()).isEqualTo(3);
    assertThat(Holdfast.remaining()).contains(Duration.ofMillis(250));
    assertThat(Holdfast.idempotencyKey()).contains("order-17");
    assertThat(Holdfast.degraded()).isTrue();
  }

  @Test
  void answersNeutrallyWhenTheAgentKnowsNothing() {
    attach(question -> null);

    assertNeutral();
  }

  @Test
  void answersNeutrallyWhenTheAgentAnswersWithAnotherType() {
    attach(List::of);

    assertNeutral();
  }

  @Test
  void answersNeutrallyWhenTheAgentThrows() {
    attach(
        question -> {
          throw new IllegalStateException(question);
        });

    assertNeutral();
  }

  private static void assertNeutral() {
    assertThat(Holdfast.attempt()).isEqualTo(1);
    assertThat(Holdfast.remaining()).isEmpty();
    assertThat(Holdfast.idempotencyKey()).isEmpty();
    assertThat(Holdfast.degraded()).isFalse();
  }

  /** As the agent does it, in whatever copy of the class it finds. */
  private static void attach(Function<String, Object> agent) {
    try {
      Field field = Holdfast.class.getDeclaredField("agent");
      field.setAccessible(true);
      field.set(null, agent);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Holdfast has no field 'agent'", e);
    }
  }
}
