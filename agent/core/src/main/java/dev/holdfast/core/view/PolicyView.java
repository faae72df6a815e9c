package dev.holdfast.core.view;

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
public record PolicyView(String policy, String origin, List<AttributeView> attributes) {

  public PolicyView {
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
  public record AttributeView(String name, Object value, String origin, boolean isDefault) {

    /** The value as reports show it: lists in braces, blank texts in quotation marks. */
    public String text() {
      if (value instanceof List<?> list) {
        return "{" + String.join(", ", list.stream().map(Object::toString).toList()) + "}";
      }
      String text = value.toString();
      return text.isBlank() ? "\"" + text + "\"" : text;
    }
  }

  /** All policies of a plan, the outermost first. */
  public static List<PolicyView> of(Plan plan) {
    return plan.policies().stream().map(planned -> of(planned, plan.method())).toList();
  }

  private static PolicyView of(Plan.Planned planned, GuardedMethod method) {
    List<AttributeView> attributes = new ArrayList<>();
    planned
        .settings()
        .forEach(
            (name, setting) ->
                attributes.add(
                    new AttributeView(
                        name,
                        setting.value(),
                        text(setting.origin(), method),
                        setting.origin() instanceof Origin.BuiltIn)));
    return new PolicyView(planned.policy(), text(planned.origin(), method), attributes);
  }

  /** The place is left out where it is the method itself, under which this is printed. */
  private static String text(Origin origin, GuardedMethod method) {
    return origin instanceof Origin.Written written && written.place().equals(method.name())
        ? written.annotation()
        : origin.text();
  }
}
