package dev.holdfast.core.view;

import dev.holdfast.core.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A guard at one moment: what is in force, and what came of it.
 *
 * @param name the guard's name
 * @param calls that have begun
 * @param policies in force, the outermost first
 * @param outcomes how often each was counted, {@code retry.exhausted}
 * @param notes what is worth knowing of it and no problem
 */
public record GuardView(
    String name,
    long calls,
    List<PolicyView> policies,
    SortedMap<String, Long> outcomes,
    List<String> notes) {

  public GuardView {
    policies = List.copyOf(policies);
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    notes = List.copyOf(notes);
  }

  /** The guard of that name under that plan. */
  public static GuardView of(String name, Plan plan, GuardCounts counts) {
    return new GuardView(
        name, counts.calls().sum(), PolicyView.of(plan), counts.outcomes(), plan.notes());
  }
}
