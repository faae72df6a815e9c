package dev.holdfast.weaving;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Rules;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.type.ByLoader;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.weaving.adapter.HookCatalog;
import dev.holdfast.weaving.finding.Declarations;
import dev.holdfast.weaving.finding.Finding;
import dev.holdfast.weaving.finding.Glance;
import dev.holdfast.weaving.finding.Heritage;
import dev.holdfast.weaving.finding.Hidden;
import dev.holdfast.weaving.finding.JdkProxies;
import dev.holdfast.weaving.finding.LoadedAlready;
import dev.holdfast.weaving.handler.Handlers;
import dev.holdfast.weaving.model.ClassFileReader;
import dev.holdfast.weaving.model.LoaderTypes;
import dev.holdfast.weaving.rewrite.Manner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Selects what is to be woven of a class, and plans it. */
final class Selection {

  private final Supplier<Configuration> configuration;
  private final Planner planner;
  private final HookCatalog hooks;
  private final Handlers handlers;
  private final Consumer<PlanProblem> problems;
  private final Heritage heritage;
  private final ByLoader<LoaderTypes> types = new ByLoader<>(LoaderTypes::new);

  /**
   * @param problems is told of everything that was asked for and cannot be
   */
  Selection(
      Supplier<Configuration> configuration,
      Planner planner,
      HookCatalog hooks,
      Handlers handlers,
      Consumer<PlanProblem> problems) {
    this.configuration = configuration;
    this.planner = planner;
    this.hooks = hooks;
    this.handlers = handlers;
    this.problems = problems;
    Rules rules = configuration.get().rules();
    heritage =
        new Heritage(rules.hasSubtypePatterns() ? List.of(rules::mayMatchSubtypesOf) : List.of());
  }

  /**
   * What is to be woven of one class.
   *
   * @param guards one for each method of the shape at which no adapter stands
   */
  record Selected(WovenClasses.Shape shape, List<Guard> guards) {

    boolean isEmpty() {
      return shape.methods().isEmpty() && !shape.isLoader();
    }
  }

  /** Whether anything may be woven of a class, or is to be reported of it. */
  boolean concerns(ClassLoader loader, byte[] classFile) {
    Glance glance = Glance.at(classFile);
    return !hooks.methods(glance).isEmpty()
        || Handlers.mayHold(glance)
        || concerns(loader, glance)
        || ClassLoaders.isOne(glance, types.of(loader));
  }

  Selected select(ClassLoader loader, byte[] classFile, Manner manner) {
    Glance glance = Glance.at(classFile);
    LoaderTypes known = types.of(loader);
    boolean isLoader = ClassLoaders.isOne(glance, known);
    boolean isConcerned = concerns(loader, glance);
    Set<String> methods = new LinkedHashSet<>(hooks.methods(glance));
    List<Guard> guards = new ArrayList<>();
    if (!isConcerned && methods.isEmpty() && !Handlers.mayHold(glance)) {
      return new Selected(new WovenClasses.Shape(methods, manner, isLoader), guards);
    }
    ClassModel model = ClassFileReader.read(classFile);
    known.note(model);
    if (isConcerned) {
      for (Finding finding : findings(model, classFile, known, manner)) {
        plan(finding, model, known, manner, guards);
      }
    }
    guards.forEach(guard -> methods.add(guard.signature()));
    methods.addAll(handlers.note(loader, glance, classFile, methods));
    Manner chosen = manner;
    if (manner == Manner.MOVED) {
      chosen = SerialVersion.mayChange(model, methods, known) ? Manner.MOVED_WITH_UID : manner;
      methods.addAll(Hidden.by(methods, model, known));
    }
    return new Selected(new WovenClasses.Shape(methods, chosen, isLoader), guards);
  }

  private boolean concerns(ClassLoader loader, Glance glance) {
    Rules rules = configuration.get().rules();
    return heritage.concerns(loader, glance)
        || rules.mayMatch(glance.name())
        || heritage.concernsLambdas(loader, glance)
        || (JdkProxies.isOne(glance.name()) && isRuled(glance, types.of(loader), rules));
  }

  /** The methods of a proxy are those of its interfaces, and of what these extend. */
  private static boolean isRuled(Glance proxy, LoaderTypes known, Rules rules) {
    return !rules.all().isEmpty()
        && proxy.supertypes().stream()
            .flatMap(name -> known.find(name).stream())
            .flatMap(type -> Stream.concat(Stream.of(type), known.supertypes(type).stream()))
            .anyMatch(type -> rules.mayMatch(type.name()));
  }

  private List<Finding> findings(
      ClassModel model, byte[] classFile, LoaderTypes known, Manner manner) {
    if (JdkProxies.isOne(model.name()) && JdkProxies.isOfAnnotation(model, known)) {
      return List.of();
    }
    Rules rules = configuration.get().rules();
    Declarations declarations = planner.declarations();
    return declarations.of(
        model,
        classFile,
        known,
        method -> !rules.matching(JdkProxies.declared(model, method, known)).isEmpty(),
        manner);
  }

  private void plan(
      Finding finding, ClassModel model, LoaderTypes known, Manner manner, List<Guard> guards) {
    if (finding instanceof Finding.Unweavable unweavable) {
      problems.accept(unweavable.problem());
    } else if (finding instanceof Finding.Conflict conflict) {
      problems.accept(conflict.problem());
    } else if (finding instanceof Finding.Guarded guarded) {
      GuardedMethod method = JdkProxies.declared(model, guarded.method(), known);
      Optional<PlanProblem> tooLate =
          manner == Manner.IN_PLACE
              ? LoadedAlready.problem(method, guarded.declarations())
              : Optional.empty();
      if (tooLate.isPresent()) {
        problems.accept(tooLate.get());
        return;
      }
      Compiled compiled = planner.compile(method, guarded.declarations(), configuration.get());
      if (compiled instanceof Compiled.Ready ready) {
        guards.add(new Guard(ready.plan(), guarded.declarations(), guarded.superCall()));
      } else if (compiled instanceof Compiled.Refused refused) {
        refused.problems().forEach(problems);
      }
    }
  }
}
