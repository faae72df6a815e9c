package dev.holdfast.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.Types;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void saysWhereGuardsOfTransactionalMethodsAre() {
    assertThat(notes("org.springframework.transaction.annotation.Transactional"))
        .containsExactly(
            "@Transactional: behind Spring's proxy the guards are outside of the transaction and each"
                + " attempt has its own; without a proxy they are inside of the caller's");
  }

  @Test
  void namesOtherGuardsOfTheMethod() {
    assertThat(notes("org.springframework.resilience.annotation.Retryable"))
        .containsExactly(
            "@org.springframework.resilience.annotation.Retryable guards the method too: attempts"
                + " multiply. Remove one of the two.");
    assertThat(notes("io.github.resilience4j.retry.annotation.Retry"))
        .containsExactly(
            "@io.github.resilience4j.retry.annotation.Retry guards the method too: attempts"
                + " multiply. Remove one of the two.");
  }

  @Test
  void saysNothingOfAnnotationsThatMeanNothingForGuards() {
    assertThat(notes("java.lang.Deprecated")).isEmpty();
  }

  private static Stream<String> notes(String annotation) {
    MethodModel plain = Types.method("pay", Modifier.PUBLIC);
    MethodModel pay =
        new MethodModel(
            plain.name(),
            plain.descriptor(),
            plain.modifiers(),
            plain.parameters(),
            plain.returnType(),
            List.of(new AnnotationModel(annotation, Map.of())));
    return Neighbours.notes(new GuardedMethod(Types.type("shop.Cart", pay), pay, new Types()));
  }
}
