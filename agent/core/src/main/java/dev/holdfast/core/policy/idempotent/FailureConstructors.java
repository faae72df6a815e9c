package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.type.ClassModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;

/** The constructors by which a failure can be made again of its message, the best one first. */
final class FailureConstructors {

  private static final MethodType MAKER = MethodType.methodType(Throwable.class, String.class);

  private static final List<MethodType> CONSTRUCTORS =
      List.of(
          MethodType.methodType(void.class, String.class),
          MethodType.methodType(void.class, String.class, Throwable.class),
          MethodType.methodType(void.class));

  private FailureConstructors() {}

  /** Whether a class that can be instantiated has one of them. */
  static boolean existIn(ClassModel type) {
    return !type.isAbstract()
        && CONSTRUCTORS.stream()
            .anyMatch(each -> type.method("<init>", each.toMethodDescriptorString()).isPresent());
  }

  /** The first of them, as a handle of type {@code (String)Throwable}. */
  static MethodHandle find(Lookup lookup, Class<?> type) throws ReflectiveOperationException {
    for (MethodType parameters : CONSTRUCTORS) {
      if (Arrays.stream(type.getDeclaredConstructors())
          .anyMatch(each -> parameters.parameterList().equals(List.of(each.getParameterTypes())))) {
        return ofMessage(lookup.findConstructor(type, parameters));
      }
    }
    throw new NoSuchMethodException(type.getName());
  }

  private static MethodHandle ofMessage(MethodHandle constructor) {
    return switch (constructor.type().parameterCount()) {
      case 0 -> MethodHandles.dropArguments(constructor, 0, String.class).asType(MAKER);
      case 1 -> constructor.asType(MAKER);
      default -> MethodHandles.insertArguments(constructor, 1, (Object) null).asType(MAKER);
    };
  }
}
