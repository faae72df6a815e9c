package dev.holdfast.console.explain;

import dev.holdfast.core.plan.Plan;
import dev.holdfast.core.view.PolicyView;
import java.util.List;
import java.util.stream.Stream;

/**
 * A method that would be guarded.
 *
 * @param method the guard's name
 * @param type the class that declares it
 * @param policies the outermost first
 * @param notes what is worth knowing and no problem
 */
public record ExplainedMethod(
    String method, String type, List<PolicyView> policies, List<String> notes) {

  public ExplainedMethod {
    policies = List.copyOf(policies);
    notes = List.copyOf(notes);
  }

  static ExplainedMethod of(Plan plan, List<String> notes) {
    return new ExplainedMethod(
        plan.method().name(),
        plan.method().owner().name(),
        PolicyView.of(plan),
        Stream.concat(plan.notes().stream(), notes.stream()).toList());
  }
}
