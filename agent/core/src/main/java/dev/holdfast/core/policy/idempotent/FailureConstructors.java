package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
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

  /** Whether a class that can be instantiated has one of them that may be called. */
  static boolean existIn(ClassModel type) {
    return !type.isAbstract()
        && CONSTRUCTORS.stream()
            .flatMap(each -> type.method("<init>", each.toMethodDescriptorString()).stream())
            .anyMatch(each -> isReachable(type, each));
  }

  /** Of the JDK's own failures only public constructors count. */
  private static boolean isReachable(ClassModel type, MethodModel constructor) {
    return Modifier.isPublic(constructor.modifiers()) || !type.name().startsWith("java.");
  }

  /** All that the lookup reaches, as handles of type {@code (String)Throwable}. */
  static List<MethodHandle> find(Lookup lookup, Class<?> type) {
    List<MethodHandle> found = new ArrayList<>();
    for (MethodType parameters : CONSTRUCTORS) {
      try {
        found.add(ofMessage(lookup.findConstructor(type, parameters)));
      } catch (NoSuchMethodException | IllegalAccessException none) {
        // Another one may be there.
      }
    }
    return found;
  }

  private static MethodHandle ofMessage(MethodHandle constructor) {
    return switch (constructor.type().parameterCount()) {
      case 0 -> MethodHandles.dropArguments(constructor, 0, String.class).asType(MAKER);
      case 1 -> constructor.asType(MAKER);
      default -> MethodHandles.insertArguments(constructor, 1, (Object) null).asType(MAKER);
    };
  }
}
