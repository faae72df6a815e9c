package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.weaving.rewrite.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Finds what is to be guarded in a class, by annotations of its own and of the types above it.
 * Loads no class.
 */
public final class Declarations {

  private final PolicyAnnotations policies;

  /**
   * @param policies the name of the policy that each annotation of ours asks for, by the
   *     annotation's binary name
   */
  public Declarations(Map<String, String> policies) {
    this.policies = new PolicyAnnotations(policies);
  }

  /** What is found in a class by what is written alone. */
  public List<Finding> of(ClassModel type, byte[] classFile, ClassModels types) {
    return of(type, classFile, types, method -> false);
  }

  /** What is found in a class that is woven while it is loaded. */
  public List<Finding> of(
      ClassModel type, byte[] classFile, ClassModels types, Predicate<MethodModel> isRuled) {
    return of(type, classFile, types, isRuled, Manner.MOVED);
  }

  /**
   * What is found in a class: on its methods in the order of the class file, then on those that it
   * inherits and on its lambdas.
   *
   * @param classFile the class's bytes
   * @param types finds further classes as the class's loader would
   * @param isRuled whether a rule selects a method of the class
   */
  public List<Finding> of(
      ClassModel type,
      byte[] classFile,
      ClassModels types,
      Predicate<MethodModel> isRuled,
      Manner manner) {
    if ((type.modifiers() & Opcodes.ACC_ANNOTATION) != 0) {
      return List.of();
    }
    Resolution resolution = new Resolution(policies, type, types);
    LazyBodies bodies = new LazyBodies(classFile);
    List<Finding> findings = new ArrayList<>();
    for (MethodModel method : type.methods()) {
      if (!method.isSynthetic()) {
        findings.addAll(of(method, new Place(type, types), resolution, bodies, isRuled));
      }
    }
    findings.addAll(new InheritedBodies(policies, type, types).findings(resolution));
    findings.addAll(new Lambdas(policies, type, types).findings(classFile, bodies));
    return new TooLarge(type, classFile, types, manner).told(findings);
  }

  private record Place(ClassModel type, ClassModels types) {

    GuardedMethod of(MethodModel method) {
      return new GuardedMethod(type, method, types);
    }
  }

  private List<Finding> of(
      MethodModel method,
      Place place,
      Resolution resolution,
      LazyBodies bodies,
      Predicate<MethodModel> isRuled) {
    if (method.isAbstract()) {
      List<Declaration> own = firsts(resolution.own(method));
      return own.isEmpty() ? List.of() : List.of(new Finding.Open(method, own));
    }
    Map<String, List<Declaration>> found = resolution.of(method);
    if (found.isEmpty() && !isRuled.test(method)) {
      return List.of();
    }
    GuardedMethod guarded = place.of(method);
    Optional<Obstacle> obstacle = Obstacle.of(guarded);
    if (obstacle.isPresent()) {
      return List.of(
          new Finding.Unweavable(Wording.unweavable(guarded, firsts(found), obstacle.get())));
    }
    List<Finding> conflicts = conflicts(guarded, found);
    return conflicts.isEmpty()
        ? List.of(guarded(method, firsts(found), resolution, bodies))
        : conflicts;
  }

  private List<Finding> conflicts(GuardedMethod guarded, Map<String, List<Declaration>> found) {
    List<Finding> conflicts = new ArrayList<>();
    found.forEach(
        (policy, declarations) -> {
          if (declarations.size() > 1) {
            PlanProblem problem =
                Wording.conflict(guarded, policies.annotation(policy), declarations);
            conflicts.add(new Finding.Conflict(problem));
          }
        });
    return conflicts;
  }

  private static List<Declaration> firsts(Map<String, List<Declaration>> found) {
    return found.values().stream().map(declarations -> declarations.get(0)).toList();
  }

  private Finding guarded(
      MethodModel method, List<Declaration> declared, Resolution resolution, LazyBodies bodies) {
    List<MethodModel> overridden = resolution.overridden(method);
    return new Finding.Guarded(
        ParameterMarks.inherited(method, overridden, policies),
        declared,
        superCall(method, overridden, bodies));
  }

  private static Optional<String> superCall(
      MethodModel method, List<MethodModel> overridden, LazyBodies bodies) {
    if (overridden.isEmpty()) {
      return Optional.empty();
    }
    Set<String> called = bodies.read().superCalls(method.name() + method.descriptor());
    Stream<String> signatures = overridden.stream().map(each -> each.name() + each.descriptor());
    return signatures.filter(called::contains).findFirst();
  }
}
