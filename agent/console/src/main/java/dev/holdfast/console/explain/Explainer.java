package dev.holdfast.console.explain;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.ConfigurationStart;
import dev.holdfast.core.config.Rule;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.PolicyDescription;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.weaving.finding.Declarations;
import dev.holdfast.weaving.finding.Finding;
import dev.holdfast.weaving.finding.MadeAtRunTime;
import dev.holdfast.weaving.model.ClassFileReader;
import dev.holdfast.weaving.model.PathTypes;
import dev.holdfast.weaving.model.UnreadableClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds and plans what would be woven, as the agent does while classes are loaded. */
public final class Explainer {

  private static final String AT_THE_PROXY =
      "implemented by a proxy while the application runs: guarded there";

  private final Configuration configuration;
  private final Declarations declarations;
  private final PlanCompiler compiler;
  private final List<ExplainedMethod> methods = new ArrayList<>();
  private final List<PlanProblem> notWoven = new ArrayList<>();
  private final Set<String> problems;
  private final List<String> warnings;
  private final OpenMethods opens = new OpenMethods();
  private final Set<String> matched = new HashSet<>();
  private int classes;

  /**
   * @param start the configuration, and what is wrong with it
   */
  public Explainer(PolicyCatalog catalog, ConfigurationStart start) {
    configuration = start.configuration().current();
    declarations = new Declarations(namesByAnnotation(catalog));
    compiler = new PlanCompiler(catalog);
    problems = new LinkedHashSet<>(start.problems());
    warnings = start.warnings();
  }

  private static Map<String, String> namesByAnnotation(PolicyCatalog catalog) {
    Map<String, String> names = new HashMap<>();
    for (PolicyDescription policy : catalog.policies()) {
      names.put(policy.factory().annotation().getName(), policy.name());
    }
    return names;
  }

  /**
   * Explains all class files of the paths; once for each instance.
   *
   * @throws IOException if a path cannot be walked
   */
  public Explanation explain(PathTypes types) throws IOException {
    for (Path jar : types.unreadable()) {
      problems.add(ClassFiles.name(jar) + ": unreadable (expected: a jar). Fetch it again.");
    }
    for (Path root : types.roots()) {
      for (Path file : ClassFiles.below(root, problems)) {
        explain(file, types);
      }
    }
    Set<String> notWovenPlaces =
        notWoven.stream().map(PlanProblem::place).collect(Collectors.toSet());
    problems.addAll(opens.problems(notWovenPlaces));
    configuration.rules().all().stream()
        .filter(rule -> !matched.contains(rule.id()))
        .map(Explainer::matchesNothing)
        .forEach(problems::add);
    methods.sort(Comparator.comparing(ExplainedMethod::method));
    return new Explanation(
        configuration.mode(),
        configuration.isEnabled(),
        classes,
        methods,
        notWoven.stream().map(PlanProblem::message).distinct().toList(),
        List.copyOf(problems),
        warnings);
  }

  private void explain(Path file, PathTypes types) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      classes++;
      ClassModel model = ClassFileReader.read(bytes);
      opens.scanned(model);
      for (Finding finding :
          declarations.of(
              model, bytes, types, method -> isRuled(new GuardedMethod(model, method, types)))) {
        explain(finding, model, types);
      }
    } catch (UnreadableClass unreadable) {
      problems.add(ClassFiles.name(file) + ": " + unreadable.getMessage());
    } catch (IOException failure) {
      problems.add(ClassFiles.unreadable(file, failure));
    }
  }

  private void explain(Finding finding, ClassModel model, PathTypes types) {
    if (finding instanceof Finding.Unweavable unweavable) {
      notWoven.add(unweavable.problem());
    } else if (finding instanceof Finding.Conflict conflict) {
      problems.add(conflict.problem().message());
    } else if (finding instanceof Finding.Open open) {
      explain(new GuardedMethod(model, open.method(), types), open.declarations());
    } else if (finding instanceof Finding.Guarded guarded) {
      plan(new GuardedMethod(model, guarded.method(), types), guarded.declarations(), List.of());
    }
  }

  private void explain(GuardedMethod open, List<Declaration> declared) {
    if (MadeAtRunTime.is(open)) {
      plan(open, declared, List.of(AT_THE_PROXY));
    } else {
      opens.add(open, declared);
    }
  }

  private void plan(GuardedMethod method, List<Declaration> declared, List<String> notes) {
    isRuled(method);
    Compiled compiled = compiler.compile(method, declared, configuration);
    if (compiled instanceof Compiled.Ready ready && !ready.plan().policies().isEmpty()) {
      methods.add(ExplainedMethod.of(ready.plan(), notes));
    } else if (compiled instanceof Compiled.Refused refused) {
      refused.problems().forEach(problem -> problems.add(problem.message()));
    }
  }

  /** Whether a rule selects the method; which one is remembered. */
  private boolean isRuled(GuardedMethod method) {
    List<Rule> matching = configuration.rules().matching(method);
    matching.forEach(rule -> matched.add(rule.id()));
    return !matching.isEmpty();
  }

  private static String matchesNothing(Rule rule) {
    String patterns =
        rule.patterns().stream().map(Object::toString).collect(Collectors.joining("; "));
    return "holdfast.rule.%s.match: %s (expected: a method in the given paths). Correct the pattern, or give the path that holds the method."
        .formatted(rule.id(), patterns);
  }
}
