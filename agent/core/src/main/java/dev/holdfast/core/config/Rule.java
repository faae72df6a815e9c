package dev.holdfast.core.config;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import java.util.List;
import java.util.Map;

/**
 * What somebody configured for methods selected by name: {@code holdfast.rule.ID.*}.
 *
 * @param id the ID in the keys
 * @param patterns any of them selects a method
 * @param on the policies that the rule switches on, with the attributes that it sets
 * @param off the policies that it switches off, and the key that says so
 */
public record Rule(
    String id, List<MethodPattern> patterns, List<Declaration> on, Map<String, Origin> off) {

  public Rule {
    patterns = List.copyOf(patterns);
    on = List.copyOf(on);
    off = Map.copyOf(off);
  }

  /** Whether the rule stands for the method. */
  public boolean matches(GuardedMethod method) {
    for (MethodPattern pattern : patterns) {
      if (pattern.matches(method)) {
        return true;
      }
    }
    return false;
  }
}
