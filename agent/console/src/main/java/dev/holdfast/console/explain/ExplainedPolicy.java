package dev.holdfast.console.explain;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy in force on a method.
 *
 * @param policy its name
 * @param origin who asked for it
 * @param attributes all of them
 */
public record ExplainedPolicy(String policy, String origin, List<ExplainedAttribute> attributes) {

  public ExplainedPolicy {
    attributes = List.copyOf(attributes);
  }

  /**
   * An attribute in force.
   *
   * @param name as in the annotation
   * @param value a number, a truth, a text or a list of texts
   * @param origin where the value came from
   * @param isDefault whether nobody chose it
   */
  public record ExplainedAttribute(String name, Object value, String origin, boolean isDefault) {}

  static ExplainedPolicy of(Plan.Planned planned, GuardedMethod method) {
    List<ExplainedAttribute> attributes = new ArrayList<>();
    planned
        .settings()
        .forEach(
            (name, setting) ->
                attributes.add(
                    new ExplainedAttribute(
                        name,
                        setting.value(),
                        text(setting.origin(), method),
                        setting.origin() instanceof Origin.BuiltIn)));
    return new ExplainedPolicy(planned.policy(), text(planned.origin(), method), attributes);
  }

  /** The place is left out where it is the method itself, under which this is printed. */
  private static String text(Origin origin, GuardedMethod method) {
    return origin instanceof Origin.Written written && written.place().equals(method.name())
        ? written.annotation()
        : origin.text();
  }
}
