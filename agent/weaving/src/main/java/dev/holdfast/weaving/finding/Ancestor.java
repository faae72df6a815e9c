package dev.holdfast.weaving.finding;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A type above a class, as that class sees it.
 *
 * @param bindings what its type variables stand for there
 */
record Ancestor(ClassModel type, Map<String, TypeRef> bindings) {

  private static final int PUBLIC_OR_PROTECTED = 0x1 | 0x4;

  Ancestor {
    bindings = Map.copyOf(bindings);
  }

  /** The type, with its variables bound as they are written. */
  static Ancestor of(ClassModel type, TypeRef written) {
    Map<String, TypeRef> bindings = new HashMap<>();
    if (written.arguments().size() == type.variables().size()) {
      for (int i = 0; i < type.variables().size(); i++) {
        bindings.put(type.variables().get(i), written.arguments().get(i));
      }
    }
    return new Ancestor(type, bindings);
  }

  /**
   * The method declared here that a method of the class below overrides: the one of the same erased
   * parameters, else of the same parameters once type variables are bound, else the one whose
   * bridge in the class below can lead to nothing else.
   */
  Optional<MethodModel> overriddenBy(MethodModel method, ClassModel below) {
    List<MethodModel> candidates =
        type.methods().stream()
            .filter(each -> each.name().equals(method.name()))
            .filter(each -> each.parameters().size() == method.parameters().size())
            .filter(each -> isOverridable(each, below))
            .toList();
    return candidates.stream()
        .filter(each -> parameters(each).equals(parameters(method)))
        .findFirst()
        .or(() -> candidates.stream().filter(each -> hasBoundParametersOf(each, method)).findAny())
        .or(() -> candidates.stream().filter(each -> isBridged(each, method, below)).findAny());
  }

  private boolean isOverridable(MethodModel method, ClassModel below) {
    boolean isSeen =
        (method.modifiers() & PUBLIC_OR_PROTECTED) != 0
            || type.packageName().equals(below.packageName());
    return isSeen
        && !method.isPrivate()
        && !method.isStatic()
        && !method.isSynthetic()
        && !method.isInitializer();
  }

  private boolean hasBoundParametersOf(MethodModel overridden, MethodModel method) {
    return IntStream.range(0, method.parameters().size())
        .allMatch(
            index -> {
              TypeRef bound = overridden.parameters().get(index).type().with(bindings);
              TypeRef own = method.parameters().get(index).type();
              return bound.name().equals(own.name()) && bound.dimensions() == own.dimensions();
            });
  }

  /** Where a class file lost its signatures, the bridge alone tells of the override. */
  private static boolean isBridged(MethodModel overridden, MethodModel method, ClassModel below) {
    boolean hasBridge =
        below.methods().stream()
            .filter(MethodModel::isBridge)
            .filter(each -> each.name().equals(overridden.name()))
            .anyMatch(each -> parameters(each).equals(parameters(overridden)));
    return hasBridge
        && below.methods().stream()
            .filter(each -> each.name().equals(method.name()) && !each.isSynthetic())
            .filter(each -> each.parameters().size() == method.parameters().size())
            .allMatch(method::equals);
  }

  private static String parameters(MethodModel method) {
    return method.descriptor().substring(0, method.descriptor().indexOf(')'));
  }
}
