package dev.holdfast.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.Types;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void saysWhereGuardsOfTransactionalMethodsAre() {
    assertThat(notes("org.springframework.transaction.annotation.Transactional"))
        .containsExactly(
            "@Transactional: behind a proxy of Spring or CDI the guards are outside of the"
                + " transaction and each attempt has its own; without a proxy they are inside of the caller's");
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
  void findsWhatIsWrittenOnTheInterface() {
    MethodModel declared = annotated("org.springframework.transaction.annotation.Transactional");
    MethodModel pay = Types.method("pay", Modifier.PUBLIC);
    Types types = new Types().with(Types.type("shop.Payments", declared));
    GuardedMethod method =
        new GuardedMethod(
            Types.type("shop.Cart", "java.lang.Object", List.of("shop.Payments"), pay), pay, types);

    assertThat(Transactions.around(method)).contains("Transactional");
  }

  @Test
  void tellsThatCachesKeepWhatFallbacksAnswer() {
    assertThat(notes("org.springframework.cache.annotation.Cacheable", "fallback"))
        .containsExactly(
            "@Cacheable keeps what a fallback answers, too. Keep it out by unless ="
                + " \"T(dev.holdfast.Holdfast).degraded()\".");
    assertThat(notes("org.springframework.cache.annotation.Cacheable", "retry")).isEmpty();
  }

  @Test
  void saysNothingOfAnnotationsThatMeanNothingForGuards() {
    assertThat(notes("java.lang.Deprecated")).isEmpty();
  }

  @Test
  void tellsThatContainersBeginTheTransactionsOfTheirBeans() {
    AnnotationModel bean = new AnnotationModel("jakarta.ejb.Stateless", Map.of());
    assertThat(notes(bean))
        .containsExactly(
            "@Stateless: the guards are inside of the transaction that the container begins, and all"
                + " attempts share it. Guard a method that is called from outside of it, or one with"
                + " @Transactional of CDI.");
    assertThat(
            notes(
                bean,
                new AnnotationModel("jakarta.ejb.TransactionManagement", Map.of("value", "BEAN"))))
        .isEmpty();
    assertThat(notes(new AnnotationModel("jakarta.inject.Singleton", Map.of()))).isEmpty();
  }

  private static Stream<String> notes(AnnotationModel... ofTheClass) {
    MethodModel pay = Types.method("pay", Modifier.PUBLIC);
    ClassModel plain = Types.type("shop.Cart", pay);
    ClassModel annotated =
        new ClassModel(
            plain.name(),
            plain.version(),
            plain.modifiers(),
            plain.superName(),
            plain.interfaces(),
            List.of(ofTheClass),
            plain.fields(),
            plain.methods(),
            plain.recordComponents(),
            plain.permitted());
    return Neighbours.notes(new GuardedMethod(annotated, pay, new Types()), Set.of("retry"));
  }

  private static Stream<String> notes(String annotation, String... policies) {
    MethodModel pay = annotated(annotation);
    return Neighbours.notes(
        new GuardedMethod(Types.type("shop.Cart", pay), pay, new Types()), Set.of(policies));
  }

  private static MethodModel annotated(String annotation) {
    MethodModel plain = Types.method("pay", Modifier.PUBLIC);
    return new MethodModel(
        plain.name(),
        plain.descriptor(),
        plain.modifiers(),
        plain.parameters(),
        plain.returnType(),
        List.of(new AnnotationModel(annotation, Map.of())));
  }
}
