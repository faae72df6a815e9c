package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what holds for the methods of one class: for each policy by itself the nearest place wins,
 * the method before its type, that before the superclasses, those before the interfaces.
 */
final class Resolution {

  private final PolicyAnnotations policies;
  private final ClassModel type;
  private final ClassModels types;
  private final Ancestry ancestry;

  Resolution(PolicyAnnotations policies, ClassModel type, ClassModels types) {
    this.policies = policies;
    this.type = type;
    this.types = types;
    this.ancestry = Ancestry.of(type, types);
  }

  Ancestry ancestry() {
    return ancestry;
  }

  /** What is written on the method itself, on its parameters or, for it, on its type. */
  Map<String, List<Declaration>> own(MethodModel method) {
    return at(type, method, method);
  }

  /**
   * What holds for the method, by policy. More than one declaration of a policy means that they
   * differ and that none is nearer than the others.
   */
  Map<String, List<Declaration>> of(MethodModel method) {
    Map<String, List<Declaration>> found = own(method);
    if (mayOverride(method)) {
      for (Ancestor superclass : ancestry.superclasses()) {
        at(superclass, method).forEach(found::putIfAbsent);
      }
      ofInterfaces(method).forEach(found::putIfAbsent);
    }
    return found;
  }

  /** The methods that a method overrides, nearest first. */
  List<MethodModel> overridden(MethodModel method) {
    return mayOverride(method)
        ? Stream.concat(ancestry.superclasses().stream(), ancestry.interfaces().stream())
            .flatMap(ancestor -> ancestor.overriddenBy(method, type).stream())
            .toList()
        : List.of();
  }

  private static boolean mayOverride(MethodModel method) {
    return !method.isStatic() && !method.isPrivate() && !method.isInitializer();
  }

  private Map<String, List<Declaration>> ofInterfaces(MethodModel method) {
    Map<String, List<Ancestor>> declaring = new TreeMap<>();
    for (Ancestor each : ancestry.interfaces()) {
      at(each, method)
          .keySet()
          .forEach(
              policy -> declaring.computeIfAbsent(policy, none -> new ArrayList<>()).add(each));
    }
    Map<String, List<Declaration>> found = new TreeMap<>();
    declaring.forEach(
        (policy, ancestors) -> {
          List<Declaration> differing = new ArrayList<>();
          for (Ancestor nearest : nearest(ancestors)) {
            at(nearest, method)
                .getOrDefault(policy, List.of())
                .forEach(declaration -> Differing.add(declaration, differing));
          }
          found.put(policy, differing);
        });
    return found;
  }

  /** Those that no other one of them extends. */
  private List<Ancestor> nearest(List<Ancestor> ancestors) {
    return ancestors.stream()
        .filter(
            each ->
                ancestors.stream()
                    .filter(other -> !other.equals(each))
                    .noneMatch(other -> types.isSubtype(other.type().name(), each.type().name())))
        .toList();
  }

  private Map<String, List<Declaration>> at(Ancestor ancestor, MethodModel method) {
    return ancestor
        .overriddenBy(method, type)
        .map(overridden -> at(ancestor.type(), overridden, method))
        .orElseGet(TreeMap::new);
  }

  private Map<String, List<Declaration>> at(
      ClassModel owner, MethodModel declared, MethodModel method) {
    List<AnnotationModel> written = new ArrayList<>(declared.annotations());
    declared.parameters().forEach(parameter -> written.addAll(parameter.annotations()));
    Map<String, List<Declaration>> found =
        policies.read(written, new GuardedMethod(owner, declared, types).name(), types);
    if (TypeLevel.includes(owner, declared) && TypeLevel.includes(type, method)) {
      policies.read(owner.annotations(), owner.name(), types).forEach(found::putIfAbsent);
    }
    return found;
  }
}
