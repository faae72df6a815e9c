package dev.holdfast.core.policy.retry;

import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.TypeRef;
import java.util.Map;
import java.util.Set;

/**
 * Whether a result can be given to a parameter: as a subtype, boxed or unboxed, by erasure and as
 * far as class files tell.
 */
record ResultFit(ClassModels types, TypeRef result) {

  private static final Set<String> OF_ARRAYS =
      Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "short", "java.lang.Short",
          "char", "java.lang.Character",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double");

  /** Whether a parameter of that type can be given the result. */
  boolean takes(TypeRef parameter) {
    return isGivable(result, parameter);
  }

  /** Below 0 if the first parameter is narrower than the second one, as for overloads in Java. */
  int compare(TypeRef one, TypeRef other) {
    boolean isNarrower = isGivable(one, other);
    return isNarrower == isGivable(other, one) ? 0 : isNarrower ? -1 : 1;
  }

  private boolean isGivable(TypeRef from, TypeRef to) {
    if (from.dimensions() == 0 && to.dimensions() == 0) {
      return types.isSubtype(box(from), box(to));
    }
    if (from.dimensions() > to.dimensions()) {
      return OF_ARRAYS.contains(to.name());
    }
    boolean isOfPrimitives = BOXES.containsKey(from.name()) || BOXES.containsKey(to.name());
    return from.dimensions() == to.dimensions()
        && (isOfPrimitives
            ? from.name().equals(to.name())
            : types.isSubtype(from.name(), to.name()));
  }

  private static String box(TypeRef type) {
    return BOXES.getOrDefault(type.name(), type.name());
  }
}
