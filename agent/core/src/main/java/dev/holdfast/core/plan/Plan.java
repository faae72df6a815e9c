package dev.holdfast.core.plan;

import dev.holdfast.core.pipeline.Ring;
import java.util.List;
import java.util.Map;

/**
 * All that is in force on one method.
 *
 * @param policies the outermost first
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
   * @param ring where its main layer stands
   * @param origin who asked for it
   * @param spec what is in force
   * @param settings every attribute with its value and origin, built-in defaults included, sorted
   *     by name
   */
  public record Planned(
      String policy, Ring ring, Origin origin, PolicySpec spec, Map<String, Setting> settings) {}
}
