package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.policy.fallback.value.Primitive;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.TypeRef;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a value of one type can be assigned to another without a cast, by erasure and as far as
 * class files tell (JLS 5.2).
 */
record Assignment(ClassModels types) {

  private static final Set<String> SUPERTYPES_OF_ARRAYS =
      Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

  /** Anything is dropped for {@code void}, and {@code void} stands for the null of {@code Void}. */
  boolean isAllowed(TypeRef from, TypeRef to) {
    if (to.is("void")) {
      return true;
    }
    if (from.is("void")) {
      return to.is("java.lang.Void");
    }
    boolean isFromPrimitive = isPrimitive(from);
    if (isFromPrimitive && isPrimitive(to)) {
      return Primitive.widens(from.name(), to.name());
    }
    if (isFromPrimitive) {
      return isAllowedReference(TypeRef.of(Primitive.box(from.name())), to);
    }
    if (isPrimitive(to)) {
      Optional<String> unboxed = from.isArray() ? Optional.empty() : Primitive.unboxed(from.name());
      return unboxed.filter(name -> Primitive.widens(name, to.name())).isPresent();
    }
    return isAllowedReference(from, to);
  }

  private boolean isAllowedReference(TypeRef from, TypeRef to) {
    if (from.dimensions() < to.dimensions()) {
      return false;
    }
    boolean isElementPrimitive = Primitive.isNamed(from.name()) || Primitive.isNamed(to.name());
    if (from.dimensions() == to.dimensions() && isElementPrimitive) {
      return from.name().equals(to.name());
    }
    return from.dimensions() > to.dimensions()
        ? SUPERTYPES_OF_ARRAYS.contains(to.name())
        : types.isSubtype(from.name(), to.name());
  }

  private static boolean isPrimitive(TypeRef type) {
    return !type.isArray() && Primitive.isNamed(type.name());
  }
}
