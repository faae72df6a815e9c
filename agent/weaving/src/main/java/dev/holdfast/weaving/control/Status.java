package dev.holdfast.weaving.control;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Mode;
import dev.holdfast.core.config.Rule;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.view.GuardView;
import dev.holdfast.core.view.StateView;
import dev.holdfast.core.view.Stateful;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the engine guards at one moment, and what came of it.
 *
 * @param guards by name
 * @param states of breakers, stores and so on, by kind and name
 * @param problems what was asked for and cannot be
 * @param idle one sentence for each rule that guards nothing
 */
record Status(
    Mode mode,
    List<GuardView> guards,
    List<StateView> states,
    List<String> problems,
    List<String> idle) {

  Status {
    guards = List.copyOf(guards);
    states = List.copyOf(states);
    problems = List.copyOf(problems);
    idle = List.copyOf(idle);
  }

  static Status of(Guards guards, States states, Configuration settings, List<String> problems) {
    List<GuardView> views = new ArrayList<>();
    Set<Rule> used = new HashSet<>();
    for (Guard guard : guards.all()) {
      views.add(GuardView.of(guard.name(), guard.plan(), guard.counts()));
      used.addAll(settings.rules().matching(guard.method()));
    }
    views.sort(Comparator.comparing(GuardView::name));
    return new Status(
        settings.mode(),
        views,
        states.shared(Stateful.class).stream()
            .flatMap(stateful -> stateful.states().stream())
            .sorted(Comparator.comparing(StateView::kind).thenComparing(StateView::name))
            .toList(),
        problems,
        settings.rules().all().stream()
            .filter(rule -> !used.contains(rule))
            .map(Status::idle)
            .sorted()
            .toList());
  }

  private static String idle(Rule rule) {
    String patterns =
        rule.patterns().stream().map(Object::toString).collect(Collectors.joining("; "));
    return "holdfast.rule.%s.match: %s guards nothing that is loaded so far"
        .formatted(rule.id(), patterns);
  }
}
