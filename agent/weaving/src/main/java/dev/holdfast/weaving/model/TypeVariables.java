package dev.holdfast.weaving.model;

import dev.holdfast.core.type.TypeRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The type variables in scope.
 *
 * @param bounds what each stands as, in the order of declaration: its leftmost bound, as in
 *     erasure, but with its arguments; variables within the bound stand as their erasure, so that
 *     nothing is recursive
 */
record TypeVariables(Map<String, TypeRef> bounds) {

  static final TypeVariables NONE = new TypeVariables(Map.of());

  private static final TypeRef OBJECT = TypeRef.of("java.lang.Object");

  TypeVariables {
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
  }

  /** Those that the signature of a class declares, each marked as the class's own. */
  static TypeVariables ofClass(@Nullable String signature) {
    return NONE.and(signature, TypeRef::asVariable);
  }

  /** These, and those that the signature of a method declares. */
  TypeVariables and(@Nullable String signature) {
    return and(signature, (bound, variable) -> bound);
  }

  /** What a variable stands as; {@code Object} for one of an enclosing class. */
  TypeRef bound(String variable) {
    return bounds.getOrDefault(variable, OBJECT);
  }

  private TypeVariables and(
      @Nullable String signature, BiFunction<TypeRef, String, TypeRef> marked) {
    if (signature == null || !signature.startsWith("<")) {
      return this;
    }
    Map<String, String> formals = new GenericSignature(signature, NONE).formals();
    Map<String, TypeRef> erasures = new HashMap<>(bounds);
    formals
        .keySet()
        .forEach(each -> erasures.put(each, marked.apply(erasure(each, formals), each)));
    TypeVariables erased = new TypeVariables(erasures);
    Map<String, TypeRef> all = new LinkedHashMap<>(bounds);
    formals.forEach(
        (each, bound) ->
            all.put(each, marked.apply(new GenericSignature(bound, erased).type(), each)));
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
