package dev.holdfast.core.plan;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.util.Optional;

/** A name that should be that of an exception type, as far as class files tell. */
record ThrowableName(String name, ClassModels types) {

  /** What to do about the name; empty if nothing is wrong with it. */
  Optional<String> mistake() {
    if (types.find(name).isEmpty()) {
      int dot = name.lastIndexOf('.');
      String nested = dot < 0 ? name : name.substring(0, dot) + "$" + name.substring(dot + 1);
      return Optional.of(
          dot > 0 && types.find(nested).isPresent()
              ? "Write " + nested + " in place of " + name
              : "There is no class " + name + ": correct the name, or leave it out");
    }
    return isThrowable(name)
        ? Optional.empty()
        : Optional.of(name + " is no exception: leave it out");
  }

  /** True also where a class file on the way to the root is missing. */
  private boolean isThrowable(String candidate) {
    if (candidate.equals("java.lang.Throwable")) {
      return true;
    }
    Optional<ClassModel> model = types.find(candidate);
    if (model.isEmpty()) {
      return true;
    }
    return model.get().superName().filter(this::isThrowable).isPresent();
  }
}
