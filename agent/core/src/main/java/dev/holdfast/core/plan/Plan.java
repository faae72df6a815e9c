package dev.holdfast.core.plan;

import java.util.List;
import java.util.Map;

/**
 * All that is in force on one method.
 *
 * @param policies in no particular order: the ring of each layer says where it stands
 */
public record Plan(GuardedMethod method, List<Planned> policies, List<String> notes) {

  public Plan {
    policies = List.copyOf(policies);
    notes = List.copyOf(notes);
  }

  /**
   * One policy in force.
   *
   * @param policy its name
   * @param spec what is in force
   * @param settings every attribute with its value and origin, built-in defaults included, in the
   *     annotation's order
   */
  public record Planned(String policy, PolicySpec spec, Map<String, Setting> settings) {}
}
