package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.ReturnKind;
import dev.holdfast.core.type.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a method must look like to stand in for a guarded one: the same parameters by erasure,
 * optionally followed by the failure, and a result that can be assigned to the guarded method's. Of
 * a method that answers with a future, the stand-in may answer with a future or with what the
 * future holds.
 *
 * @param guarded the method that may fail
 * @param mustBeStatic whether there is no object on which the stand-in could be called
 */
record MethodFit(GuardedMethod guarded, boolean mustBeStatic) {

  private static final int MOST_SLOTS = 254;

  /**
   * The candidate as a fallback; empty if it does not fit.
   *
   * @param owner the binary name of the class through which it is reached
   */
  Optional<FallbackMethod> fit(Candidate candidate, String owner) {
    TypeRef result = candidate.result();
    boolean answersLater = isFuture(result);
    if (!answersLater && !new Assignment(guarded.types()).isAllowed(result, answer())) {
      return Optional.empty();
    }
    List<TypeRef> parameters = candidate.parameters();
    int expected = parameters().size();
    int surplus = parameters.size() - expected;
    if (surplus < 0 || surplus > 1 || (mustBeStatic && !candidate.method().isStatic())) {
      return Optional.empty();
    }
    Optional<TypeRef> failure =
        surplus == 1 ? Optional.of(parameters.get(expected)) : Optional.empty();
    if (!areAlike(parameters.subList(0, expected)) || !failure.stream().allMatch(this::isFailure)) {
      return Optional.empty();
    }
    return Optional.of(
        new FallbackMethod(
            owner,
            candidate.method().name(),
            candidate.method().descriptor(),
            candidate.method().isStatic(),
            failure.map(TypeRef::name),
            answersLater));
  }

  /**
   * Whether the fallback takes more than a method handle can: 254 slots, receiver and failure
   * included.
   */
  boolean isTooWide(FallbackMethod fallback) {
    int slots = guarded.method().isStatic() ? 0 : 1;
    for (TypeRef parameter : parameters()) {
      slots += parameter.is("long") || parameter.is("double") ? 2 : 1;
    }
    return slots + fallback.failure().stream().count() > MOST_SLOTS;
  }

  /** What is expected of a method of that name. */
  String text(String name) {
    String parameters =
        parameters().stream().map(TypeRef::toString).collect(Collectors.joining(", "));
    return "%1$s%2$s(%3$s) or %1$s%2$s(%3$s%4$sfailure) returning %5$s"
        .formatted(
            mustBeStatic ? "static " : "",
            name,
            parameters,
            parameters.isEmpty() ? "" : ", ",
            results());
  }

  private String results() {
    TypeRef declared = guarded.method().returnType();
    if (guarded.returnKind().isAsync()) {
      return declared + " or " + answer();
    }
    return declared.is("void") ? "anything" : declared.toString();
  }

  private List<TypeRef> parameters() {
    return guarded.method().parameters().stream().map(parameter -> parameter.type()).toList();
  }

  /** What the guarded method's caller gets in the end. */
  private TypeRef answer() {
    TypeRef declared = guarded.method().returnType();
    if (!guarded.returnKind().isAsync()) {
      return declared;
    }
    return declared.arguments().isEmpty()
        ? TypeRef.of("java.lang.Object")
        : declared.arguments().get(0);
  }

  private boolean isFuture(TypeRef result) {
    if (!guarded.returnKind().isAsync() || result.isArray()) {
      return false;
    }
    return isSubtype(result, "java.util.concurrent.CompletionStage")
        || (guarded.returnKind() == ReturnKind.FUTURE
            && isSubtype(result, "java.util.concurrent.Future"));
  }

  private boolean areAlike(List<TypeRef> parameters) {
    List<TypeRef> expected = parameters();
    for (int index = 0; index < expected.size(); index++) {
      TypeRef one = parameters.get(index);
      TypeRef other = expected.get(index);
      if (!one.name().equals(other.name()) || one.dimensions() != other.dimensions()) {
        return false;
      }
    }
    return true;
  }

  private boolean isFailure(TypeRef parameter) {
    return !parameter.isArray() && isSubtype(parameter, "java.lang.Throwable");
  }

  private boolean isSubtype(TypeRef type, String ancestor) {
    return guarded.types().isSubtype(type.name(), ancestor);
  }
}
