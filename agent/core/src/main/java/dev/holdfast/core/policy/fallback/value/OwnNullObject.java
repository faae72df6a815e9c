package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.FieldModel;
import dev.holdfast.core.type.MethodModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The null object that a type itself offers: a static field or a static factory without parameters
 * of exactly its own type, constants first, each in the order of these names. The type is
 * initialised when its null object is first needed, as if the application's own code had asked.
 *
 * @param source reads the constant or calls the factory; of type {@code ()Object}
 */
record OwnNullObject(MethodHandle source) implements Value {

  static final List<String> CONSTANTS = List.of("EMPTY", "NONE", "NULL", "UNKNOWN");
  static final List<String> FACTORIES = List.of("empty", "none", "unknown");

  private static final MethodType SOURCE = MethodType.methodType(Object.class);

  /** What the type offers to the class of the lookup. */
  static Optional<Value> find(Class<?> type, Lookup lookup) {
    for (String name : CONSTANTS) {
      MethodHandle constant = constant(type, name, lookup);
      if (constant != null) {
        return Optional.of(new OwnNullObject(constant.asType(SOURCE)));
      }
    }
    for (String name : FACTORIES) {
      MethodHandle factory = factory(type, name, lookup);
      if (factory != null) {
        return Optional.of(new OwnNullObject(factory.asType(SOURCE)));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the type offers one, as its class file tells it.
   *
   * @param isVisible whether a member of that type, with these modifiers, may be used
   */
  static boolean isOffered(ClassModel type, BiPredicate<ClassModel, Integer> isVisible) {
    return type.fields().stream()
            .filter(field -> CONSTANTS.contains(field.name()) && isOwn(field, type))
            .anyMatch(field -> isVisible.test(type, field.modifiers()))
        || type.methods().stream()
            .filter(method -> FACTORIES.contains(method.name()) && isOwn(method, type))
            .anyMatch(method -> isVisible.test(type, method.modifiers()));
  }

  @Override
  public @Nullable Object make() throws Throwable {
    return (Object) source.invokeExact();
  }

  private static boolean isOwn(FieldModel field, ClassModel type) {
    return field.isStatic() && field.type().is(type.name());
  }

  private static boolean isOwn(MethodModel method, ClassModel type) {
    return method.isStatic()
        && method.parameters().isEmpty()
        && method.returnType().is(type.name());
  }

  private static @Nullable MethodHandle constant(Class<?> type, String name, Lookup lookup) {
    try {
      return lookup.findStaticGetter(type, name, type);
    } catch (ReflectiveOperationException | LinkageError none) {
      return null;
    }
  }

  private static @Nullable MethodHandle factory(Class<?> type, String name, Lookup lookup) {
    try {
      return lookup.findStatic(type, name, MethodType.methodType(type));
    } catch (ReflectiveOperationException | LinkageError none) {
      return null;
    }
  }
}
