package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds lambdas and method references that implement a method that is to be guarded. */
final class Lambdas {

  private final PolicyAnnotations policies;
  private final ClassModel type;
  private final ClassModels types;

  Lambdas(PolicyAnnotations policies, ClassModel type, ClassModels types) {
    this.policies = policies;
    this.type = type;
    this.types = types;
  }

  List<Finding> findings(byte[] classFile, LazyBodies bodies) {
    if (Glance.at(classFile).functional().stream().allMatch(Strangers::include)) {
      return List.of();
    }
    return bodies.read().lambdas().stream()
        .distinct()
        .filter(lambda -> !Strangers.include(lambda.type()))
        .flatMap(lambda -> finding(lambda).stream())
        .toList();
  }

  private Optional<Finding> finding(Bodies.Lambda lambda) {
    return types
        .find(lambda.type())
        .flatMap(functional -> declaring(functional, lambda.method()))
        .flatMap(place -> finding(place, lambda));
  }

  private Optional<Finding> finding(GuardedMethod place, Bodies.Lambda lambda) {
    List<Declaration> declared =
        new Resolution(policies, place.owner(), types)
            .of(place.method()).values().stream().map(each -> each.get(0)).toList();
    Obstacle obstacle =
        new Obstacle(
            "implemented by a lambda or method reference in %s (expected: a class)"
                .formatted(type.name()),
            "Write a class that implements " + lambda.type());
    return declared.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding.Unweavable(Wording.unweavable(place, declared, obstacle)));
  }

  /** The interface, among the functional one and those above it, that declares its method. */
  private Optional<GuardedMethod> declaring(ClassModel functional, String signature) {
    Stream<ClassModel> above =
        Ancestry.of(functional, types).interfaces().stream().map(Ancestor::type);
    return Stream.concat(Stream.of(functional), above)
        .flatMap(
            each ->
                each.methods().stream()
                    .filter(method -> signature(method).equals(signature))
                    .map(method -> new GuardedMethod(each, method, types)))
        .findFirst();
  }

  private static String signature(MethodModel method) {
    return method.name() + method.descriptor();
  }
}
