package dev.holdfast.core.plan;

import java.util.List;

/** What came of compiling what was asked for on one method. */
public sealed interface Compiled {

  /** The method can be guarded; a plan without policies leaves it as it is. */
  record Ready(Plan plan) implements Compiled {}

  /** The method stays as it is, for all these reasons. */
  record Refused(GuardedMethod method, List<PlanProblem> problems) implements Compiled {

    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("problems: none (expected: at least one)");
      }
    }
  }
}
