package dev.holdfast.core.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class seen through a type that names it, so that its type parameters are known.
 *
 * @param type the class as it was written where it is used: {@code shop.Page<shop.Item>}
 * @param model the class: {@code shop.Page<T>}
 */
public record BoundClass(TypeRef type, ClassModel model) {

  /** The class that a type names; empty for arrays, primitives, and when it cannot be found. */
  public static Optional<BoundClass> of(TypeRef type, ClassModels types) {
    return type.isArray()
        ? Optional.empty()
        : types.find(type.name()).map(model -> new BoundClass(type, model));
  }

  /** A type written inside this class, as it stands with this class's type arguments. */
  public TypeRef resolve(TypeRef written) {
    return written.with(bindings());
  }

  /**
   * This class and what it inherits from, {@code Object} excepted: itself, its superclasses, then
   * all interfaces; each once, those that cannot be found left out.
   */
  public List<BoundClass> lineage(ClassModels types) {
    List<BoundClass> lineage = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of("java.lang.Object"));
    List<BoundClass> level = List.of(this);
    while (!level.isEmpty()) {
      List<BoundClass> next = new ArrayList<>();
      for (BoundClass each : level) {
        if (seen.add(each.model.name())) {
          lineage.add(each);
          next.addAll(each.parents(types));
        }
      }
      level = next;
    }
    lineage.sort(
        (one, other) -> Boolean.compare(one.model.isInterface(), other.model.isInterface()));
    return lineage;
  }

  private List<BoundClass> parents(ClassModels types) {
    return model.supertypes().stream().flatMap(each -> of(resolve(each), types).stream()).toList();
  }

  private Map<String, TypeRef> bindings() {
    List<String> variables = model.variables();
    if (variables.size() != type.arguments().size()) {
      return Map.of();
    }
    Map<String, TypeRef> bindings = new HashMap<>();
    for (int index = 0; index < variables.size(); index++) {
      bindings.put(variables.get(index), type.arguments().get(index));
    }
    return bindings;
  }
}
