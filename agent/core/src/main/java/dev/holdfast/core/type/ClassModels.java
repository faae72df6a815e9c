package dev.holdfast.core.type;

import java.util.Optional;

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
}
