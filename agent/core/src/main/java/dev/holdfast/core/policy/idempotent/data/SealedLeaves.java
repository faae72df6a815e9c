package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.type.BoundClass;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.TypeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the types that values of a sealed type have, and short names that tell them apart. */
record SealedLeaves(ClassModels types) {

  /** The leaves, by their simple names, or by their full names where simple ones are alike. */
  Map<String, TypeRef> of(BoundClass sealed) {
    Map<String, TypeRef> byFullName = new LinkedHashMap<>();
    collect(sealed, byFullName);
    Set<String> simple = new HashSet<>();
    Set<String> alike = new HashSet<>();
    byFullName.keySet().stream()
        .map(SealedLeaves::simple)
        .filter(name -> !simple.add(name))
        .forEach(alike::add);
    Map<String, TypeRef> leaves = new LinkedHashMap<>();
    byFullName.forEach(
        (name, leaf) -> leaves.put(alike.contains(simple(name)) ? name : simple(name), leaf));
    return leaves;
  }

  private void collect(BoundClass sealed, Map<String, TypeRef> leaves) {
    for (String name : sealed.model().permitted()) {
      Optional<ClassModel> permitted = types.find(name);
      TypeRef type = permitted.map(model -> infer(model, sealed.type())).orElse(TypeRef.of(name));
      boolean isLeaf =
          permitted
              .filter(model -> model.isSealed() && model.isAbstract() && !model.isEnum())
              .isEmpty();
      if (isLeaf) {
        leaves.put(name, type);
      } else {
        collect(new BoundClass(type, permitted.get()), leaves);
      }
    }
  }

  /** A subclass with its type arguments, as far as its supertype's tell them. */
  private static TypeRef infer(ClassModel subclass, TypeRef supertype) {
    Map<String, TypeRef> bindings = new HashMap<>();
    subclass.supertypes().stream()
        .filter(written -> written.name().equals(supertype.name()))
        .forEach(written -> unify(written.arguments(), supertype.arguments(), bindings));
    return bindings.keySet().containsAll(subclass.variables())
        ? new TypeRef(subclass.name(), subclass.variables().stream().map(bindings::get).toList(), 0)
        : TypeRef.of(subclass.name());
  }

  private static void unify(
      List<TypeRef> written, List<TypeRef> actual, Map<String, TypeRef> bindings) {
    if (written.size() != actual.size()) {
      return;
    }
    for (int index = 0; index < written.size(); index++) {
      TypeRef pattern = written.get(index);
      TypeRef argument = actual.get(index);
      if (pattern.variable().isPresent() && pattern.dimensions() == 0) {
        bindings.put(pattern.variable().get(), argument);
      } else {
        unify(pattern.arguments(), argument.arguments(), bindings);
      }
    }
  }

  private static String simple(String binaryName) {
    return binaryName.substring(
        Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
  }
}
