package dev.holdfast.weaving;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.weaving.model.ByLoader;
import dev.holdfast.weaving.model.ClassFileReader;
import dev.holdfast.weaving.model.LoaderTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Selects what is to be woven of a class, and plans it. */
final class Selection {

  private final Supplier<Configuration> configuration;
  private final PolicyCatalog catalog;
  private final PlanCompiler compiler;
  private final Consumer<PlanProblem> problems;
  private final ByLoader<LoaderTypes> types = new ByLoader<>(LoaderTypes::new);

  Selection(
      Supplier<Configuration> configuration,
      PolicyCatalog catalog,
      Consumer<PlanProblem> problems) {
    this.configuration = configuration;
    this.catalog = catalog;
    this.compiler = new PlanCompiler(catalog);
    this.problems = problems;
  }

  /**
   * What is to be woven of one class.
   *
   * @param methods name and descriptor, written together
   */
  record Selected(Set<String> methods, List<Guard> guards) {}

  Selected select(ClassLoader loader, String className, byte[] classFile) {
    Set<String> methods = new LinkedHashSet<>();
    List<Guard> guards = new ArrayList<>();
    LoaderTypes known = types.of(loader);
    ClassModel model = ClassFileReader.read(classFile);
    for (MethodModel method : model.methods()) {
      List<Declaration> declared = declared(model, method);
      if (declared.isEmpty()) {
        continue;
      }
      GuardedMethod guarded = new GuardedMethod(model, method, known);
      Compiled compiled = compiler.compile(guarded, declared, configuration.get());
      if (compiled instanceof Compiled.Ready ready) {
        Guard guard = new Guard(ready.plan(), declared, Optional.empty());
        guards.add(guard);
        methods.add(guard.signature());
      } else if (compiled instanceof Compiled.Refused refused) {
        refused.problems().forEach(problems);
      }
    }
    return new Selected(methods, guards);
  }

  private List<Declaration> declared(ClassModel model, MethodModel method) {
    List<Declaration> declared = new ArrayList<>();
    for (AnnotationModel annotation : method.annotations()) {
      catalog
          .findByAnnotation(annotation.type())
          .ifPresent(
              policy -> {
                Origin origin =
                    new Origin.Written(
                        "@" + annotation.type().substring(annotation.type().lastIndexOf('.') + 1),
                        model.name() + "#" + method.name());
                Map<String, Setting> settings = new HashMap<>();
                annotation.values().forEach((k, v) -> settings.put(k, new Setting(v, origin)));
                declared.add(new Declaration(policy.name(), settings, origin));
              });
    }
    return declared;
  }
}
