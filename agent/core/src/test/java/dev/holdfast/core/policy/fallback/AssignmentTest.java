package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.core.policy.fallback.value.Primitive;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which results stand for which. */
final class AssignmentTest {

  private static final List<Class<?>> TYPES =
      List.of(
          boolean.class,
          byte.class,
          short.class,
          char.class,
          int.class,
          long.class,
          float.class,
          double.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Number.class,
          Comparable.class,
          Object.class);

  private final Assignment assignment = new Assignment(ReflectedModels.ALL);

  static Stream<Arguments> allowed() {
    return Stream.of(
        arguments("byte", 0, "short", 0, true),
        arguments("byte", 0, "char", 0, false),
        arguments("char", 0, "int", 0, true),
        arguments("char", 0, "short", 0, false),
        arguments("int", 0, "long", 0, true),
        arguments("long", 0, "int", 0, false),
        arguments("long", 0, "float", 0, true),
        arguments("boolean", 0, "int", 0, false),
        arguments("int", 0, "java.lang.Integer", 0, true),
        arguments("int", 0, "java.lang.Number", 0, true),
        arguments("int", 0, "java.lang.Long", 0, false),
        arguments("java.lang.Integer", 0, "long", 0, true),
        arguments("java.lang.Long", 0, "int", 0, false),
        arguments("java.lang.Object", 0, "int", 0, false),
        arguments("java.lang.String", 0, "java.lang.Object", 0, true),
        arguments("java.lang.Object", 0, "java.lang.String", 0, false),
        arguments("java.util.ArrayList", 0, "java.util.List", 0, true),
        arguments("java.lang.String", 0, "void", 0, true),
        arguments("void", 0, "void", 0, true),
        arguments("void", 0, "java.lang.Void", 0, true),
        arguments("void", 0, "java.lang.Object", 0, false),
        arguments("int", 1, "int", 1, true),
        arguments("int", 1, "long", 1, false),
        arguments("int", 1, "java.lang.Object", 0, true),
        arguments("int", 1, "int", 0, false),
        arguments("int", 0, "int", 1, false),
        arguments("int", 1, "java.lang.Object", 1, false),
        arguments("int", 2, "java.lang.Object", 1, true),
        arguments("java.lang.String", 1, "java.lang.Object", 1, true),
        arguments("java.lang.String", 1, "java.io.Serializable", 0, true),
        arguments("java.lang.String", 2, "java.lang.String", 1, false));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void isAllowed(String from, int dimensions, String to, int toDimensions, boolean expected) {
    assertThat(
            assignment.isAllowed(
                new TypeRef(from, List.of(), dimensions), new TypeRef(to, List.of(), toDimensions)))
        .isEqualTo(expected);
  }

  /** Every result that is allowed arrives, with the type that the caller expects. */
  @Test
  void whatIsAllowedIsConverted() throws Throwable {
    for (Class<?> from : TYPES) {
      for (Class<?> to : TYPES) {
        if (assignment.isAllowed(TypeRef.of(from.getName()), TypeRef.of(to.getName()))) {
          Object converted = zero(from).asType(MethodType.methodType(to)).invoke();
          assertThat(converted).isInstanceOf(MethodType.methodType(to).wrap().returnType());
        }
      }
    }
  }

  private static MethodHandle zero(Class<?> type) {
    boolean isConcrete = type.isPrimitive() || Primitive.unboxed(type.getName()).isPresent();
    Class<?> primitive = isConcrete ? MethodType.methodType(type).unwrap().returnType() : int.class;
    return MethodHandles.zero(primitive).asType(MethodType.methodType(type));
  }
}
