package dev.holdfast.weaving;

import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import java.util.List;

/** Tells whose default serialVersionUID weaving would change: methods lose {@code synchronized}. */
final class SerialVersion {

  private SerialVersion() {}

  /**
   * Whether the class can be serialised, declares no number of its own, and has a guarded method
   * that is {@code synchronized} and not private. The number of enums and records is always 0.
   */
  static boolean mayChange(ClassModel model, List<Guard> guards, ClassModels types) {
    return guards.stream().anyMatch(guard -> counts(guard.method().method()))
        && !model.isEnum()
        && !model.isRecord()
        && model.fields().stream().noneMatch(field -> field.name().equals("serialVersionUID"))
        && types.isSubtype(model.name(), "java.io.Serializable");
  }

  private static boolean counts(MethodModel method) {
    return method.isSynchronized() && !method.isPrivate();
  }
}
