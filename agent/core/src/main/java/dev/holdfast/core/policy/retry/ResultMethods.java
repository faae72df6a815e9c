package dev.holdfast.core.policy.retry;

import dev.holdfast.core.config.Closest;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.BoundClass;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeRef;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the method that {@code onResult} names, in the class itself and in what it inherits. */
final class ResultMethods {

  private static final String ATTRIBUTE = "onResult";

  private final GuardedMethod guarded;
  private final TypeRef result;
  private final ResultFit fit;

  ResultMethods(GuardedMethod guarded) {
    this.guarded = guarded;
    result = ResultType.of(guarded);
    fit = new ResultFit(guarded.types(), result);
  }

  /** The method that is named; empty if none is, and also, reported, if it does not fit. */
  Optional<ResultMethod> find(Attributes attributes) {
    String name = attributes.text(ATTRIBUTE).strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (result.is("void")) {
      attributes.reject(
          ATTRIBUTE, "\"\" on a method that returns nothing", "Remove it from this method.");
      return Optional.empty();
    }
    Optional<ResultMethod> found =
        judges()
            .filter(judge -> judge.method().name().equals(name))
            .min(Comparator.comparing(Judge::parameter, fit::compare))
            .map(judge -> judge.method())
            .map(each -> new ResultMethod(name, each.descriptor(), each.isStatic()));
    if (found.isEmpty()) {
      reject(attributes, name);
    }
    return found;
  }

  private void reject(Attributes attributes, String name) {
    boolean isThere = reachable().anyMatch(judge -> judge.method().name().equals(name));
    List<String> others = judges().map(judge -> judge.method().name()).distinct().toList();
    String expected =
        "a %sboolean method of the same class that takes %s"
            .formatted(guarded.method().isStatic() ? "static " : "", result);
    String closest = Closest.to(name, others);
    String remedy =
        others.isEmpty()
            ? (isThere ? "Change it." : "Add it.")
            : (isThere ? "Change it" : "Add it") + ", or write " + closest + ".";
    attributes.reject(ATTRIBUTE, expected, remedy);
  }

  /** What could judge, whatever its name; the nearest class first. */
  private Stream<Judge> judges() {
    return reachable()
        .filter(judge -> judge.method().descriptor().endsWith(")Z"))
        .filter(judge -> judge.method().isStatic() || !guarded.method().isStatic())
        .filter(judge -> judge.method().parameters().size() == 1)
        .filter(judge -> fit.takes(judge.parameter()));
  }

  private Stream<Judge> reachable() {
    ClassModel owner = guarded.owner();
    return new BoundClass(TypeRef.of(owner.name()), owner)
        .lineage(guarded.types()).stream()
            .flatMap(in -> in.model().methods().stream().map(method -> new Judge(in, method)))
            .filter(judge -> !judge.method().isSynthetic() && judge.isReachableFrom(owner));
  }

  /** A method and the class that declares it, as seen from the guarded one. */
  private record Judge(BoundClass in, MethodModel method) {

    TypeRef parameter() {
      return in.resolve(method.parameters().get(0).type());
    }

    boolean isReachableFrom(ClassModel owner) {
      ClassModel declaring = in.model();
      if (declaring.name().equals(owner.name())) {
        return true;
      }
      int modifiers = method.modifiers();
      boolean isVisible =
          Modifier.isPublic(modifiers)
              || Modifier.isProtected(modifiers)
              || (!Modifier.isPrivate(modifiers)
                  && declaring.packageName().equals(owner.packageName()));
      return isVisible && !(method.isStatic() && declaring.isInterface());
    }
  }
}
