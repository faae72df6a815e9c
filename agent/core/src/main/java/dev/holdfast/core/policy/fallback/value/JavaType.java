package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.type.TypeRef;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loaded type with its type arguments; wildcards, and variables that are not bound, stand as
 * their bounds.
 *
 * @param raw the erased type
 * @param arguments empty for a plain or raw type
 */
record JavaType(Class<?> raw, List<JavaType> arguments) {

  JavaType {
    arguments = List.copyOf(arguments);
  }

  static JavaType of(Class<?> plain) {
    return new JavaType(plain, List.of());
  }

  /**
   * The type that a class file names, as that loader sees it; a type argument that it cannot find
   * stands as {@code Object}.
   *
   * @throws TypeNotPresentException if the loader cannot find the type itself
   */
  static JavaType of(TypeRef type, @Nullable ClassLoader loader) {
    Class<?> element =
        Primitive.isNamed(type.name()) ? Primitive.type(type.name()) : load(type.name(), loader);
    for (int dimension = 0; dimension < type.dimensions(); dimension++) {
      element = element.arrayType();
    }
    return new JavaType(
        element, type.arguments().stream().map(argument -> argument(argument, loader)).toList());
  }

  private static JavaType argument(TypeRef type, @Nullable ClassLoader loader) {
    try {
      return of(type, loader);
    } catch (TypeNotPresentException missing) {
      return of(Object.class);
    }
  }

  /** A type written inside a generic type, with these of its variables bound. */
  static JavaType of(Type type, Map<TypeVariable<?>, JavaType> bindings) {
    if (type instanceof ParameterizedType generic) {
      List<JavaType> arguments =
          Arrays.stream(generic.getActualTypeArguments()).map(each -> of(each, bindings)).toList();
      return new JavaType((Class<?>) generic.getRawType(), arguments);
    }
    if (type instanceof GenericArrayType array) {
      return of(of(array.getGenericComponentType(), bindings).raw.arrayType());
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0], bindings);
    }
    if (type instanceof TypeVariable<?> variable) {
      JavaType bound = bindings.get(variable);
      return bound == null ? of(erased(variable.getBounds()[0])) : bound;
    }
    return of((Class<?>) type);
  }

  /** One of its supertypes, or itself, with the type arguments that it has there. */
  JavaType as(Class<?> supertype) {
    Map<TypeVariable<?>, JavaType> bindings = bindings();
    return new JavaType(
        supertype,
        Arrays.stream(supertype.getTypeParameters()).map(each -> of(each, bindings)).toList());
  }

  /** What the type variables of this type and of all its supertypes stand for. */
  Map<TypeVariable<?>, JavaType> bindings() {
    Map<TypeVariable<?>, JavaType> bindings = new HashMap<>();
    bind(bindings);
    return bindings;
  }

  private void bind(Map<TypeVariable<?>, JavaType> bindings) {
    TypeVariable<?>[] variables = raw.getTypeParameters();
    if (variables.length == arguments.size()) {
      for (int index = 0; index < variables.length; index++) {
        bindings.put(variables[index], arguments.get(index));
      }
    }
    for (Type parent : raw.getGenericInterfaces()) {
      of(parent, bindings).bind(bindings);
    }
  }

  private static Class<?> erased(Type bound) {
    if (bound instanceof Class<?> plain) {
      return plain;
    }
    return bound instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : erased(((TypeVariable<?>) bound).getBounds()[0]);
  }

  private static Class<?> load(String name, @Nullable ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError missing) {
      throw new TypeNotPresentException(name, missing);
    }
  }
}
