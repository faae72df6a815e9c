package dev.holdfast.core.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is to be told of one method while it is compiled; nothing is told twice. */
final class PlanReport {

  private final GuardedMethod method;
  private final Set<PlanProblem> problems = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  PlanReport(GuardedMethod method) {
    this.method = method;
  }

  void problem(String message) {
    problems.add(new PlanProblem(method.name(), message));
  }

  void note(String message) {
    notes.add(message);
  }

  List<PlanProblem> problems() {
    return List.copyOf(problems);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
