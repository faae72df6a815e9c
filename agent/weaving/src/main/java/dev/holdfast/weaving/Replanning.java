package dev.holdfast.weaving;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.plan.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a changed configuration in force on methods that are woven already; their state is kept. */
final class Replanning {

  private static final Logger LOG = LoggerFactory.getLogger(Replanning.class);

  private final Guards guards;
  private final Planner planner;
  private final Function<Configuration, Guards.Linking> linking;

  Replanning(Guards guards, Planner planner, Function<Configuration, Guards.Linking> linking) {
    this.guards = guards;
    this.planner = planner;
    this.linking = linking;
  }

  /** Everything that would be wrong under that configuration. */
  List<String> problems(Configuration candidate) {
    List<String> problems = new ArrayList<>();
    for (Guard guard : guards.all()) {
      if (plan(guard, candidate) instanceof Compiled.Refused refused) {
        refused.problems().forEach(problem -> problems.add(problem.message()));
      }
    }
    return problems;
  }

  /** Replaces the plan of every guard whose plan changes. */
  void replace(Configuration settings) {
    Guards.Linking with = linking.apply(settings);
    for (Guard guard : guards.all()) {
      if (plan(guard, settings) instanceof Compiled.Ready ready) {
        try {
          guard.replace(ready.plan(), with.services(), with.observes());
        } catch (RuntimeException | LinkageError fault) {
          LOG.error("{} keeps its plan: the changed one cannot be bound", guard.name(), fault);
        }
      }
    }
  }

  private Compiled plan(Guard guard, Configuration settings) {
    return planner.compile(guard.method(), guard.declared(), settings);
  }
}
