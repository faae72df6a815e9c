package dev.holdfast.core.policy.retry;

import dev.holdfast.Retry;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.event.Event;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.Stage;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * A method of a test class that carries {@code @Retry}, compiled and bound as the engine does it,
 * with a body that the test gives.
 */
final class Retried {

  private static final PlanCompiler COMPILER =
      new PlanCompiler(new PolicyCatalog(List.of(new RetryFactory())));

  private final GuardCounts counts = new GuardCounts();
  private final Map<String, String> settings = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final Queue<Runnable> handedOver = new ArrayDeque<>();
  private final Class<?> owner;
  private final GuardedMethod method;
  private final FakeTime time;
  private final Services services;
  private int attempts;
  private boolean hasNoWorkers;

  /** The only method of that name. */
  Retried(Class<?> owner, String name) {
    this(owner, name, new FakeTime());
  }

  /** The only method of that name, in the same time as others. */
  Retried(Class<?> owner, String name, FakeTime time) {
    this.owner = owner;
    this.time = time;
    method = ReflectedModels.guarded(owner, name);
    Events published = new Events();
    published.subscribe(events::add);
    services =
        new Services(
            time,
            this::hand,
            published,
            new States(),
            type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()),
            this::find);
  }

  private void hand(Runnable task) {
    if (hasNoWorkers) {
      throw new RejectedExecutionException("no threads");
    }
    handedOver.add(task);
  }

  /** What runs in place of the method's body. */
  interface Body {

    @Nullable Object run(int attempt) throws Throwable;
  }

  /** Sets a key of the configuration. */
  Retried with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** From now on no thread is to be had. */
  Retried withoutWorkers() {
    hasNoWorkers = true;
    return this;
  }

  /** Calls it as a method that returns a value. */
  @Nullable Object call(Body body, @Nullable Object... arguments) throws Throwable {
    return call(new Call(arguments), body);
  }

  /** Calls it, and answers what it throws. */
  Throwable fail(Body body, @Nullable Object... arguments) {
    Throwable thrown = Assertions.catchThrowable(() -> call(body, arguments));
    return Objects.requireNonNull(thrown, "it returned");
  }

  /** Calls it while its body throws that, and answers what it throws itself. */
  Throwable fail(Throwable failure) {
    return fail(
        attempt -> {
          throw failure;
        });
  }

  @Nullable Object call(Call call, Body body) throws Throwable {
    Stage stage = noting(body);
    for (Policy policy : outwards()) {
      stage = policy.around(stage);
    }
    Scope outer = Scopes.begin();
    try {
      counts.calls().increment();
      return stage.call(call);
    } finally {
      Scopes.end(outer);
    }
  }

  /** Calls it as a method that returns a future. */
  CompletableFuture<@Nullable Object> begin(Body body, @Nullable Object... arguments) {
    return begin(new Call(arguments), body);
  }

  CompletableFuture<@Nullable Object> begin(Call call, Body body) {
    AsyncStage stage = following(noting(body));
    for (Policy policy : outwards()) {
      stage = policy.aroundAsync(stage);
    }
    Scope outer = Scopes.begin();
    try {
      counts.calls().increment();
      return stage.call(call);
    } finally {
      Scopes.end(outer);
    }
  }

  /** Watches a call that ends so. */
  void observe(
      @Nullable Object result, @Nullable Throwable failure, @Nullable Object... arguments) {
    for (Policy policy : outwards()) {
      policy.observer().begin(new Call(arguments)).end(result, failure);
    }
  }

  /** Runs what waits for a worker, and what that hands over in turn. */
  void work() {
    for (Runnable task = handedOver.poll(); task != null; task = handedOver.poll()) {
      task.run();
    }
  }

  /** Lets time pass, and workers work whenever it has. */
  void pass(long nanos) {
    work();
    time.advance(nanos);
    work();
  }

  FakeTime time() {
    return time;
  }

  int attempts() {
    return attempts;
  }

  List<Event> events() {
    return events;
  }

  Queue<Runnable> handedOver() {
    return handedOver;
  }

  /** What was counted and is not zero. */
  SortedMap<String, Long> outcomes() {
    SortedMap<String, Long> outcomes = counts.outcomes();
    outcomes.values().removeIf(count -> count == 0);
    return outcomes;
  }

  /** What is wrong with the annotation. */
  List<String> problems() {
    return compile() instanceof Compiled.Refused refused
        ? refused.problems().stream().map(PlanProblem::message).toList()
        : List.of();
  }

  Plan plan() {
    if (compile() instanceof Compiled.Ready ready) {
      return ready.plan();
    }
    throw new IllegalStateException(problems().toString());
  }

  RetrySpec spec() {
    return (RetrySpec) plan().policies().get(0).spec();
  }

  List<Layer> layers() {
    try {
      return spec()
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

  private List<Policy> outwards() {
    return layers().stream()
        .sorted(Comparator.comparing(Layer::ring).reversed())
        .map(Layer::policy)
        .toList();
  }

  private Stage noting(Body body) {
    return call -> {
      call.begin();
      Object result;
      try {
        attempts++;
        result = body.run(attempts);
      } catch (Throwable failure) {
        throw call.threw(failure);
      }
      return call.returned(result);
    };
  }

  private AsyncStage following(Stage body) {
    return call -> {
      try {
        return Futures.of(body.call(call), services.workers());
      } catch (Throwable failure) {
        return Futures.failed(failure);
      }
    };
  }

  private Compiled compile() {
    AnnotationModel written =
        method.method().annotations().stream()
            .filter(annotation -> annotation.type().equals(Retry.class.getName()))
            .findFirst()
            .orElseThrow();
    Origin origin = new Origin.Written("@Retry", method.name());
    Map<String, Setting> chosen = new HashMap<>();
    written.values().forEach((name, value) -> chosen.put(name, new Setting(value, origin)));
    return COMPILER.compile(method, List.of(new Declaration("retry", chosen, origin)), this::find);
  }

  private Optional<Setting> find(String key) {
    return Optional.ofNullable(settings.get(key))
        .map(value -> new Setting(value, new Origin.Configured(key, "test")));
  }
}
