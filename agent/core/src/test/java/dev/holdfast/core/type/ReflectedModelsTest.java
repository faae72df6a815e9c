package dev.holdfast.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import java.lang.reflect.Modifier;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tests of the core may rely on when they read a class as the agent would. */
final class ReflectedModelsTest {

  @Test
  void readsAMethodWithItsGenericsNamesAndWrittenValues() {
    MethodModel read = ReflectedModels.guarded(Shop.class, "pay").method();

    assertThat(read)
        .isEqualTo(
            new MethodModel(
                "pay",
                "(Ljava/util/List;[[JLjava/lang/String;)Ljava/util/Map;",
                0,
                List.of(
                    new ParameterModel(
                        Optional.of("items"),
                        new TypeRef("java.util.List", List.of(TypeRef.of("java.lang.Number")), 0),
                        List.of()),
                    new ParameterModel(
                        Optional.of("prices"), new TypeRef("long", List.of(), 2), List.of()),
                    new ParameterModel(
                        Optional.of("key"),
                        TypeRef.of("java.lang.String"),
                        List.of(new AnnotationModel(IdempotencyKey.class.getName(), Map.of())))),
                new TypeRef(
                    "java.util.Map",
                    List.of(TypeRef.of("java.lang.String"), new TypeRef("int", List.of(), 1)),
                    0),
                List.of(
                    new AnnotationModel(
                        Retry.class.getName(),
                        Map.of(
                            "maxAttempts",
                            5,
                            "jitter",
                            "EQUAL",
                            "on",
                            List.of("java.lang.IllegalStateException"))))));
  }

  @Test
  void readsAVariableAsItsBoundEvenInsideItself() {
    assertThat(ReflectedModels.guarded(Shop.class, "most").method().returnType())
        .hasToString("java.lang.Comparable<java.lang.Comparable>");
  }

  @Test
  void readsRecordsAndSealedTypes() {
    ClassModel sealed = ReflectedModels.ALL.find(Outcome.class.getName()).orElseThrow();
    ClassModel paid = ReflectedModels.ALL.find(Paid.class.getName()).orElseThrow();

    assertThat(sealed.isInterface()).isTrue();
    assertThat(sealed.superName()).contains("java.lang.Object");
    assertThat(sealed.permitted()).containsExactly(Paid.class.getName());
    assertThat(paid.isRecord()).isTrue();
    assertThat(paid.version()).isEqualTo(61);
    assertThat(paid.interfaces()).containsExactly(Outcome.class.getName());
    assertThat(paid.recordComponents())
        .containsExactly(
            new FieldModel("cents", TypeRef.of("long"), Modifier.PRIVATE | Modifier.FINAL));
    assertThat(paid.method("<init>", "(J)V")).isPresent();
  }

  @Test
  void readsTheVariablesOfAClassAndWhatItMakesOfItsSupertypes() {
    ClassModel page = ReflectedModels.ALL.find(Page.class.getName()).orElseThrow();
    TypeRef entry = TypeRef.of("java.lang.Number").asVariable("E");

    assertThat(page.variables()).containsExactly("E");
    assertThat(page.supertypes())
        .containsExactly(
            TypeRef.of("java.lang.Record"), new TypeRef("java.lang.Iterable", List.of(entry), 0));
    assertThat(page.recordComponents().get(0).type())
        .isEqualTo(new TypeRef("java.util.List", List.of(entry), 0));
    assertThat(
            page.recordComponents().get(0).type().with(Map.of("E", TypeRef.of("java.lang.Long"))))
        .hasToString("java.util.List<java.lang.Long>");
  }

  @Test
  void followsSubtypesAndMissesWhatIsNotThere() {
    assertThat(ReflectedModels.ALL.isSubtype("java.util.ArrayList", "java.lang.Iterable")).isTrue();
    assertThat(ReflectedModels.ALL.isSubtype("java.util.ArrayList", "java.util.Map")).isFalse();
    assertThat(ReflectedModels.ALL.find("shop.Missing")).isEmpty();
    assertThat(ReflectedModels.ALL.find("[I")).isEmpty();
  }

  @Test
  void asksForTheParametersOfAnOverloadedMethod() {
    assertThat(ReflectedModels.guarded(Shop.class, "stock", int.class).name())
        .isEqualTo(Shop.class.getName() + "#stock(int)");
    assertThatThrownBy(() -> ReflectedModels.guarded(Shop.class, "stock"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static final class Shop {

    @Retry(maxAttempts = 5, jitter = Jitter.EQUAL, on = IllegalStateException.class)
    Map<String, int[]> pay(
        List<? extends Number> items, long[][] prices, @IdempotencyKey String key) {
      return Map.of(key, new int[] {items.size(), prices.length});
    }

    <T extends Comparable<T>> T most(List<T> all) {
      return all.get(0);
    }

    int stock() {
      return 0;
    }

    int stock(int item) {
      return item;
    }
  }

  private record Page<E extends Number>(List<E> entries) implements Iterable<E> {
    @Override
    public Iterator<E> iterator() {
      return entries.iterator();
    }
  }

  private sealed interface Outcome permits Paid {}

  private record Paid(long cents) implements Outcome {}
}
