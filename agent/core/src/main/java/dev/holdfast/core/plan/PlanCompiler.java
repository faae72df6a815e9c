package dev.holdfast.core.plan;

import dev.holdfast.core.config.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the plan of a method from what was written on it and what is configured for it, and finds
 * everything that is wrong with it in one pass.
 *
 * <p>Loads no class of the application: all is read from class files.
 */
public final class PlanCompiler {

  private final PolicyCatalog catalog;

  public PlanCompiler(PolicyCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Compiles what is in force on one method: rule over annotation over policy default over built-in
   * default.
   *
   * @param declared what annotations ask for, at most one declaration for each policy
   * @param configuration the rules and defaults to lay over it
   * @throws IllegalArgumentException if a declaration names a policy that is not in the catalog
   */
  public Compiled compile(
      GuardedMethod method, List<Declaration> declared, Configuration configuration) {
    for (Declaration declaration : declared) {
      if (catalog.find(declaration.policy()).isEmpty()) {
        throw new IllegalArgumentException(
            "policy: " + declaration.policy() + " (expected: a policy of the catalog)");
      }
    }
    PlanReport report = new PlanReport(method);
    PlanOverlay overlay = new PlanOverlay(configuration, method, report);
    List<Plan.Planned> planned = new ArrayList<>();
    Map<PolicySpec, AttributeProblems> handingOver = new LinkedHashMap<>();
    for (PolicyDescription policy : catalog.policies()) {
      Optional<PolicyInForce> laid = overlay.lay(policy, declarationOf(policy, declared));
      if (laid.isPresent()) {
        PolicyInForce inForce = laid.get();
        AttributeProblems problems = new AttributeProblems(policy, inForce, method, report);
        Plan.Planned added = plan(policy, inForce, method, configuration, problems);
        planned.add(added);
        if (added.spec().handsOver().isPresent()) {
          handingOver.put(added.spec(), problems);
        }
      }
    }
    handingOver.forEach((spec, problems) -> keepOnThread(spec, problems, planned));
    planned.sort(Comparator.comparing(Plan.Planned::ring));
    if (!planned.isEmpty()) {
      Set<String> policies = planned.stream().map(Plan.Planned::policy).collect(Collectors.toSet());
      Neighbours.notes(method, policies).forEach(report::note);
    }
    List<PlanProblem> problems = report.problems();
    return problems.isEmpty()
        ? new Compiled.Ready(new Plan(method, planned, report.notes()))
        : new Compiled.Refused(method, problems);
  }

  /** What belongs to the caller's thread for one policy is not taken from it by another. */
  private static void keepOnThread(
      PolicySpec handing, AttributeProblems problems, List<Plan.Planned> planned) {
    String attribute = handing.handsOver().orElseThrow();
    for (Plan.Planned other : planned) {
      other
          .spec()
          .boundToThread()
          .ifPresent(
              what ->
                  problems.place(
                      attribute,
                      "false beside " + what,
                      "Set %s = false, or do without %s: it stays on the caller's thread"
                          .formatted(attribute, what)));
    }
  }

  private static Optional<Declaration> declarationOf(
      PolicyDescription policy, List<Declaration> declared) {
    return declared.stream()
        .filter(declaration -> declaration.policy().equals(policy.name()))
        .findFirst();
  }

  private static Plan.Planned plan(
      PolicyDescription policy,
      PolicyInForce inForce,
      GuardedMethod method,
      Configuration configuration,
      AttributeProblems problems) {
    Map<String, Setting> settings = inForce.settings();
    PolicySpec spec =
        policy
            .factory()
            .compile(
                new CheckedAttributes(policy, settings, method, problems, configuration), method);
    return new Plan.Planned(
        policy.name(), policy.factory().ring(), inForce.origin(), spec, settings);
  }
}
