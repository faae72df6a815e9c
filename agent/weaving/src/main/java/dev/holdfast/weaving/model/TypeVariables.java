package dev.holdfast.weaving.model;

import dev.holdfast.core.type.TypeRef;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type variables in scope.
 *
 * @param bounds what each stands as: its leftmost bound, as in erasure, but with its arguments;
 *     variables within the bound stand as their erasure, so that nothing is recursive
 */
record TypeVariables(Map<String, TypeRef> bounds) {

  static final TypeVariables NONE = new TypeVariables(Map.of());

  private static final TypeRef OBJECT = TypeRef.of("java.lang.Object");

  TypeVariables {
    bounds = Map.copyOf(bounds);
  }

  /** What a variable stands as; {@code Object} for one of an enclosing class. */
  TypeRef bound(String variable) {
    return bounds.getOrDefault(variable, OBJECT);
  }

  /** These, and the variables that the signature of a class or method declares. */
  TypeVariables and(@Nullable String signature) {
    if (signature == null || !signature.startsWith("<")) {
      return this;
    }
    Map<String, String> formals = new GenericSignature(signature, NONE).formals();
    Map<String, TypeRef> erasures = new HashMap<>(bounds);
    formals.keySet().forEach(variable -> erasures.put(variable, erasure(variable, formals)));
    TypeVariables erased = new TypeVariables(erasures);
    Map<String, TypeRef> all = new HashMap<>(bounds);
    formals.forEach(
        (variable, bound) -> all.put(variable, new GenericSignature(bound, erased).type()));
    return new TypeVariables(all);
  }

  private TypeRef erasure(String variable, Map<String, String> formals) {
    String name = variable;
    for (int steps = 0; steps < formals.size() && formals.containsKey(name); steps++) {
      String bound = formals.getOrDefault(name, "");
      if (!bound.startsWith("T")) {
        return TypeRef.of(new GenericSignature(bound, NONE).type().name());
      }
      name = bound.substring(1, bound.length() - 1);
    }
    return TypeRef.of(bound(name).name());
  }
}
