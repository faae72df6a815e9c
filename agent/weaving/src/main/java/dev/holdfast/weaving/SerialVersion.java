package dev.holdfast.weaving;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import java.util.Set;

/** Tells whose default serialVersionUID weaving would change: methods lose {@code synchronized}. */
final class SerialVersion {

  private SerialVersion() {}

  /**
   * Whether the class can be serialised, declares no number of its own, and has a method to weave
   * that is {@code synchronized} and not private. The number of enums and records is always 0.
   *
   * @param methods name and descriptor, written together, of the methods to weave
   */
  static boolean mayChange(ClassModel model, Set<String> methods, ClassModels types) {
    return model.methods().stream()
            .filter(method -> methods.contains(method.name() + method.descriptor()))
            .anyMatch(SerialVersion::counts)
        && !model.isEnum()
        && !model.isRecord()
        && model.fields().stream().noneMatch(field -> field.name().equals("serialVersionUID"))
        && types.isSubtype(model.name(), "java.io.Serializable");
  }

  private static boolean counts(MethodModel method) {
    return method.isSynchronized() && !method.isPrivate();
  }
}
