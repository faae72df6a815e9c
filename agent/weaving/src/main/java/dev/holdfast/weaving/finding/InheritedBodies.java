package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds methods that an interface wants guarded and that a class implements by inheriting them from
 * a superclass that knows nothing of the interface: the body is not the class's own, and guarding
 * it where it stands would guard it for everybody.
 */
final class InheritedBodies {

  private final PolicyAnnotations policies;
  private final ClassModel type;
  private final ClassModels types;

  InheritedBodies(PolicyAnnotations policies, ClassModel type, ClassModels types) {
    this.policies = policies;
    this.type = type;
    this.types = types;
  }

  List<Finding> findings(Resolution resolution) {
    List<Finding> findings = new ArrayList<>();
    if (!type.isInterface() && !resolution.ancestry().superclasses().isEmpty()) {
      for (Ancestor each : resolution.ancestry().interfaces()) {
        for (MethodModel wanted : each.type().methods()) {
          finding(each, wanted, resolution.ancestry()).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private Optional<Finding> finding(Ancestor from, MethodModel wanted, Ancestry ancestry) {
    if (wanted.isStatic() || wanted.isPrivate() || wanted.isSynthetic()) {
      return Optional.empty();
    }
    return heir(from, wanted, ancestry.superclasses())
        .flatMap(
            superclass -> {
              List<Declaration> declared = declared(from.type(), wanted);
              return declared.isEmpty()
                  ? Optional.empty()
                  : Optional.of(finding(from.type(), wanted, superclass, declared));
            });
  }

  /**
   * The superclass whose method implements the wanted one, if it is no subtype of the interface.
   */
  private Optional<ClassModel> heir(
      Ancestor from, MethodModel wanted, List<Ancestor> superclasses) {
    for (ClassModel each : classes(superclasses)) {
      boolean implementsIt =
          each.methods().stream()
              .filter(method -> !method.isStatic() && !method.isPrivate() && !method.isSynthetic())
              .filter(method -> method.name().equals(wanted.name()))
              .anyMatch(
                  method -> from.overriddenBy(method, type).filter(wanted::equals).isPresent());
      if (implementsIt) {
        boolean isKnown =
            each.name().equals(type.name()) || types.isSubtype(each.name(), from.type().name());
        return isKnown ? Optional.empty() : Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private List<ClassModel> classes(List<Ancestor> superclasses) {
    return Stream.concat(Stream.of(type), superclasses.stream().map(Ancestor::type)).toList();
  }

  private List<Declaration> declared(ClassModel from, MethodModel wanted) {
    Map<String, List<Declaration>> own = new Resolution(policies, from, types).own(wanted);
    return own.values().stream().map(declarations -> declarations.get(0)).toList();
  }

  private Finding finding(
      ClassModel from, MethodModel wanted, ClassModel heir, List<Declaration> declared) {
    Obstacle obstacle =
        new Obstacle(
            "inherited from %s, which is no %s (expected: a method of %s)"
                .formatted(heir.name(), from.name(), type.name()),
            "Override " + wanted.name() + " in " + type.name());
    GuardedMethod place = new GuardedMethod(type, wanted, types);
    return new Finding.Unweavable(Wording.unweavable(place, declared, obstacle));
  }
}
