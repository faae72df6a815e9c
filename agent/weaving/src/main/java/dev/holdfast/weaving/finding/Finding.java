package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.type.MethodModel;
import java.util.List;
import java.util.Optional;

/** What was found on one method of a class. */
public sealed interface Finding {

  /**
   * A method to guard.
   *
   * @param method the method; its parameters carry those annotations of ours, too, that are written
   *     on the method that it overrides
   * @param declarations what was written for it, at most one for each policy; none if only a rule
   *     selects it
   * @param superCall name and descriptor, written together, of the method that its body calls by
   *     {@code super} and that it overrides
   */
  record Guarded(MethodModel method, List<Declaration> declarations, Optional<String> superCall)
      implements Finding {

    public Guarded {
      declarations = List.copyOf(declarations);
    }
  }

  /** Something was written where nothing can be woven; the problem says why. */
  record Unweavable(PlanProblem problem) implements Finding {}

  /** A policy was written twice and differently, and neither place is the nearer one. */
  record Conflict(PlanProblem problem) implements Finding {}

  /**
   * A method without a body that declares something for those that implement it.
   *
   * @param declarations what is written here, not what is inherited
   */
  record Open(MethodModel method, List<Declaration> declarations) implements Finding {

    public Open {
      declarations = List.copyOf(declarations);
    }
  }
}
