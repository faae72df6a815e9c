package dev.holdfast.core.policy.fallback;

import dev.holdfast.Fallback;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Plan;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.view.GuardCounts;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A method of a test class that carries a fallback, compiled and bound as the engine does it. */
public final class Guarded {

  private static final PlanCompiler COMPILER =
      new PlanCompiler(new PolicyCatalog(List.of(new FallbackFactory())));

  private final GuardCounts counts = new GuardCounts();
  private final Queue<Runnable> handedOver = new ArrayDeque<>();
  private final Class<?> owner;
  private final GuardedMethod method;

  private Guarded(Class<?> owner, GuardedMethod method) {
    this.owner = owner;
    this.method = method;
  }

  /** The only method of that name. */
  public static Guarded method(Class<?> owner, String name) {
    return new Guarded(owner, ReflectedModels.guarded(owner, name));
  }

  /** One of several methods of that name. */
  public static Guarded method(Class<?> owner, String name, Class<?>... parameters) {
    return new Guarded(owner, ReflectedModels.guarded(owner, name, parameters));
  }

  /** What is wrong with its fallback. */
  List<String> problems() {
    return compile() instanceof Compiled.Refused refused
        ? refused.problems().stream().map(PlanProblem::message).toList()
        : List.of();
  }

  /** What is to be mentioned of its fallback. */
  List<String> notes() {
    return plan().notes();
  }

  /** What was counted. */
  SortedMap<String, Long> outcomes() {
    return counts.outcomes();
  }

  /** What waits for a worker, oldest first. */
  Queue<Runnable> handedOver() {
    return handedOver;
  }

  /** Calls it while its body throws. */
  @Nullable Object failing(Throwable failure, @Nullable Object... arguments) throws Throwable {
    return policy()
        .around(
            call -> {
              throw call.threw(failure);
            })
        .call(new Call(arguments));
  }

  /** Calls it while everything further in answers with that future. */
  CompletableFuture<@Nullable Object> answering(
      CompletableFuture<@Nullable Object> future, @Nullable Object... arguments) {
    return policy().aroundAsync(call -> future).call(new Call(arguments));
  }

  /** The policy, bound once more. */
  Policy policy() {
    return layers().get(0).policy();
  }

  /** What stands around the method. */
  List<Layer> layers() {
    Services services =
        new Services(
            new FakeTime(),
            handedOver::add,
            new Events(),
            new States(),
            type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()),
            key -> Optional.empty());
    try {
      return plan()
          .policies()
          .get(0)
          .spec()
          .bind(
              new Binding(
                  method.name(),
                  method,
                  MethodHandles.privateLookupIn(owner, MethodHandles.lookup()),
                  counts,
                  services));
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Plan plan() {
    if (compile() instanceof Compiled.Ready ready) {
      return ready.plan();
    }
    throw new IllegalStateException(problems().toString());
  }

  private Compiled compile() {
    Optional<AnnotationModel> own = fallback(method.method().annotations());
    String place = own.isPresent() ? method.name() : method.owner().name();
    AnnotationModel written = own.or(() -> fallback(method.owner().annotations())).orElseThrow();
    Origin origin = new Origin.Written("@Fallback", place);
    Map<String, Setting> settings = new HashMap<>();
    written.values().forEach((name, value) -> settings.put(name, new Setting(value, origin)));
    return COMPILER.compile(
        method, List.of(new Declaration("fallback", settings, origin)), key -> Optional.empty());
  }

  private static Optional<AnnotationModel> fallback(List<AnnotationModel> annotations) {
    return annotations.stream()
        .filter(annotation -> annotation.type().equals(Fallback.class.getName()))
        .findFirst();
  }

  @Override
  public String toString() {
    return method.name() + Arrays.asList(counts.outcomes());
  }
}
