package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which abstract methods that declare something are implemented, as far as a path goes. */
final class Implementations {

  private final ClassModels types;
  private final Map<String, Wanted> wanted = new LinkedHashMap<>();
  private final Set<String> found = new HashSet<>();

  Implementations(ClassModels types) {
    this.types = types;
  }

  private record Wanted(GuardedMethod method, List<Declaration> declarations) {}

  /** Takes in a class and what was found in it. */
  void add(ClassModel type, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding instanceof Finding.Open open) {
        want(new GuardedMethod(type, open.method(), types), open.declarations());
      } else if (finding instanceof Finding.Unweavable unweavable) {
        // By a lambda, which was reported already.
        found.add(unweavable.problem().place());
      }
    }
    Ancestry ancestry = Ancestry.of(type, types);
    ancestry.superclasses().forEach(each -> find(each, type));
    ancestry.interfaces().forEach(each -> find(each, type));
  }

  /** The problems of those that nothing implements. */
  List<PlanProblem> missing() {
    List<PlanProblem> missing = new ArrayList<>();
    wanted.forEach(
        (name, each) -> {
          if (!found.contains(name)) {
            Obstacle obstacle =
                new Obstacle(
                    "nothing implements it (expected: a class on the path that does)",
                    "Add its jar to the path");
            missing.add(Wording.unweavable(each.method(), each.declarations(), obstacle));
          }
        });
    return missing;
  }

  private void want(GuardedMethod method, List<Declaration> declarations) {
    if (!MadeAtRunTime.is(method)) {
      wanted.put(method.name(), new Wanted(method, declarations));
    }
  }

  /** A class that is not abstract implements all; others, and interfaces, what has a body there. */
  private void find(Ancestor above, ClassModel type) {
    for (MethodModel method : above.type().methods()) {
      boolean isImplemented =
          method.isAbstract() && (!type.isAbstract() || hasBody(above, method, type));
      if (isImplemented) {
        found.add(new GuardedMethod(above.type(), method, types).name());
      }
    }
  }

  private static boolean hasBody(Ancestor above, MethodModel wanted, ClassModel type) {
    return type.methods().stream()
        .filter(method -> !method.isAbstract() && !method.isSynthetic())
        .filter(method -> method.name().equals(wanted.name()))
        .anyMatch(method -> above.overriddenBy(method, type).filter(wanted::equals).isPresent());
  }
}
