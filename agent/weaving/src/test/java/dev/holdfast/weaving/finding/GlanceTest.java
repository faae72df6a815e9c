package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import dev.holdfast.weaving.model.ClassBytes;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class GlanceTest {

  private static final String HERE = GlanceTest.class.getName() + "$";

  @Test
  void seesOurAnnotationsOnMethodsTypesAndParameters() {
    for (Class<?> type : List.of(OnMethod.class, OnType.class, OnParameter.class)) {
      assertThat(Glance.at(ClassBytes.of(type)).holdsOurs()).as(type.getName()).isTrue();
    }
    assertThat(Glance.at(ClassBytes.of(Plain.class)))
        .isEqualTo(
            new Glance(HERE + "Plain", false, List.of(), List.of(), List.of(), false, false));
  }

  @Test
  void namesSupertypesAndAnnotationsOnce() {
    assertThat(Glance.at(ClassBytes.of(Rich.class)))
        .isEqualTo(
            new Glance(
                HERE + "Rich",
                false,
                List.of("java.util.AbstractList", "java.io.Serializable", HERE + "Port"),
                List.of(HERE + "Mark", HERE + "Nested"),
                List.of(HERE + "Port"),
                false,
                false));
  }

  @Test
  void seesAnnotationsThatAreNotKeptAtRunTime() {
    Map<String, byte[]> classes =
        ClassBytes.compiled(
            "package p; @interface M {} @interface N {} @M class A { void m(@N int i, int j) {} }");

    assertThat(Glance.at(classes.getOrDefault("p.A", new byte[0])))
        .isEqualTo(
            new Glance("p.A", false, List.of(), List.of("p.N", "p.M"), List.of(), false, false));
  }

  @Test
  void looksAtInterfacesWithoutCode() {
    assertThat(Glance.at(ClassBytes.of(Idempotent.class)).name())
        .isEqualTo("dev.holdfast.Idempotent");
  }

  @Test
  void answersNothingForBytesThatAreBroken() {
    byte[] whole = ClassBytes.of(Rich.class);

    assertThat(Glance.at(new byte[0])).isEqualTo(Glance.NOTHING);
    for (int length = 0; length < whole.length - 1; length++) {
      Glance.at(Arrays.copyOf(whole, length));
    }
    assertThat(Glance.at(Arrays.copyOf(whole, 60))).isEqualTo(Glance.NOTHING);
  }

  @Test
  void survivesBytesThatWereChangedAnywhere() {
    byte[] whole = ClassBytes.of(Rich.class);
    Random random = new Random(1);

    for (int round = 0; round < 20_000; round++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      assertThat(Glance.at(broken)).isNotNull();
    }
  }

  static class OnMethod {
    @Retry
    void m() {}
  }

  @Retry
  static class OnType {}

  static class OnParameter {
    void m(@IdempotencyKey String key) {
      assert key != null;
    }
  }

  static class Plain {}

  interface Port {
    void send();
  }

  @interface Nested {}

  @interface Mark {
    Nested[] nested() default {};

    int[] numbers() default {};

    Class<?> type() default Object.class;

    Mode mode() default Mode.ONE;
  }

  enum Mode {
    ONE
  }

  @Mark(
      nested = {@Nested, @Nested},
      numbers = {1, 2},
      type = List.class,
      mode = Mode.ONE)
  abstract static class Rich extends AbstractList<String> implements Serializable, Port {

    private static final long serialVersionUID = 1L;

    @Mark
    Supplier<String> first() {
      return () -> "first";
    }

    @Mark
    Port second(@Nested String each, Callable<String> other) {
      return () -> {
        assert each != null && other != null;
      };
    }
  }
}
