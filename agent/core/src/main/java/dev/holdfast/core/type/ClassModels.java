package dev.holdfast.core.type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds class files by name, as one class loader would, without loading anything. */
@FunctionalInterface
public interface ClassModels {

  /**
   * The class of that binary name; empty when there is no such class file, or it cannot be read.
   */
  Optional<ClassModel> find(String binaryName);

  /** Whether {@code name} is {@code ancestor} or a subtype of it, as far as class files tell. */
  default boolean isSubtype(String name, String ancestor) {
    if (name.equals(ancestor) || ancestor.equals("java.lang.Object")) {
      return true;
    }
    Optional<ClassModel> model = find(name);
    if (model.isEmpty()) {
      return false;
    }
    ClassModel type = model.get();
    return type.superName().filter(parent -> isSubtype(parent, ancestor)).isPresent()
        || type.interfaces().stream().anyMatch(parent -> isSubtype(parent, ancestor));
  }

  /** All that a class extends and implements, as far as class files tell, nearest first. */
  default List<ClassModel> supertypes(ClassModel type) {
    Map<String, ClassModel> all = new LinkedHashMap<>();
    Deque<ClassModel> open = new ArrayDeque<>(List.of(type));
    for (ClassModel each = open.poll(); each != null; each = open.poll()) {
      Stream.concat(each.superName().stream(), each.interfaces().stream())
          .filter(name -> !name.equals("java.lang.Object"))
          .flatMap(name -> find(name).stream())
          .filter(found -> all.putIfAbsent(found.name(), found) == null)
          .forEach(open::add);
    }
    return List.copyOf(all.values());
  }
}
