package dev.holdfast.core.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Types of reflection as types of class files. */
final class ReflectedTypes {

  private ReflectedTypes() {}

  static TypeRef of(Type type) {
    return of(type, new HashSet<>());
  }

  /** A variable inside its own bound ({@code T extends Comparable<T>}) stands without arguments. */
  private static TypeRef of(Type type, Set<TypeVariable<?>> open) {
    if (type instanceof Class<?> plain) {
      return plain.isArray()
          ? arrayOf(of(plain.getComponentType(), open))
          : TypeRef.of(plain.getName());
    }
    if (type instanceof ParameterizedType generic) {
      List<TypeRef> arguments =
          Arrays.stream(generic.getActualTypeArguments()).map(each -> of(each, open)).toList();
      return new TypeRef(((Class<?>) generic.getRawType()).getName(), arguments, 0);
    }
    if (type instanceof GenericArrayType array) {
      return arrayOf(of(array.getGenericComponentType(), open));
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0], open);
    }
    TypeVariable<?> variable = (TypeVariable<?>) type;
    Type bound = variable.getBounds()[0];
    if (open.add(variable)) {
      TypeRef resolved = of(bound, open);
      open.remove(variable);
      return variable.getGenericDeclaration() instanceof Class<?>
          ? resolved.asVariable(variable.getName())
          : resolved;
    }
    return bound instanceof ParameterizedType generic
        ? TypeRef.of(((Class<?>) generic.getRawType()).getName())
        : TypeRef.of("java.lang.Object");
  }

  private static TypeRef arrayOf(TypeRef element) {
    return new TypeRef(
        element.name(), element.arguments(), element.dimensions() + 1, element.variable());
  }
}
