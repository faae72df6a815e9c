package dev.holdfast.core.config;

import dev.holdfast.core.plan.GuardedMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules in force, with pre-checks for every class that the JVM loads: they allocate nothing.
 */
public final class Rules {

  /** No rule at all. */
  public static final Rules NONE = new Rules(List.of());

  private final List<Rule> all;
  private final MethodPattern[] patterns;
  private final boolean hasSubtypePatterns;

  public Rules(List<Rule> all) {
    this.all = List.copyOf(all);
    List<MethodPattern> every = new ArrayList<>();
    boolean hasAny = false;
    for (Rule rule : all) {
      for (MethodPattern pattern : rule.patterns()) {
        every.add(pattern);
        hasAny |= pattern.hasSubtypes();
      }
    }
    this.patterns = every.toArray(new MethodPattern[0]);
    this.hasSubtypePatterns = hasAny;
  }

  /** The rules, in no order that matters. */
  public List<Rule> all() {
    return all;
  }

  /** The rules that stand for the method. */
  public List<Rule> matching(GuardedMethod method) {
    return all.stream().filter(rule -> rule.matches(method)).toList();
  }

  /** Whether some rule names the class itself, so that its methods must be looked at. */
  public boolean mayMatch(String binaryName) {
    for (MethodPattern pattern : patterns) {
      if (pattern.mayMatch(binaryName)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether some rule means subtypes, so that the supertypes of a class must be looked at: {@link
   * #mayMatchSubtypesOf}.
   */
  public boolean hasSubtypePatterns() {
    return hasSubtypePatterns;
  }

  /** Whether some rule means the subtypes of that type. */
  public boolean mayMatchSubtypesOf(String binaryName) {
    for (MethodPattern pattern : patterns) {
      if (pattern.hasSubtypes() && pattern.mayMatch(binaryName)) {
        return true;
      }
    }
    return false;
  }
}
