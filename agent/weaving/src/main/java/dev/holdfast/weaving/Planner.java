package dev.holdfast.weaving;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.PolicyDescription;
import dev.holdfast.weaving.finding.Declarations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds and compiles with the policies that are installed. They are loaded when the first class
 * concerns us, so that a program without any starts as fast as it can.
 */
final class Planner {

  private final Supplier<PolicyCatalog> catalog;
  private volatile @Nullable Tools tools;

  private record Tools(Declarations declarations, PlanCompiler compiler) {}

  Planner(Supplier<PolicyCatalog> catalog) {
    this.catalog = catalog;
  }

  Declarations declarations() {
    return tools().declarations;
  }

  Compiled compile(GuardedMethod method, List<Declaration> declared, Configuration configuration) {
    return tools().compiler.compile(method, declared, configuration);
  }

  private Tools tools() {
    Tools made = tools;
    if (made == null) {
      made = make(catalog.get());
      tools = made;
    }
    return made;
  }

  private static Tools make(PolicyCatalog installed) {
    Map<String, String> policies = new HashMap<>();
    for (PolicyDescription policy : installed.policies()) {
      policies.put(policy.factory().annotation().getName(), policy.name());
    }
    return new Tools(new Declarations(policies), new PlanCompiler(installed));
  }
}
