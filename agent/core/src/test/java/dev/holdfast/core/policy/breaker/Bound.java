package dev.holdfast.core.policy.breaker;

import static java.util.Objects.requireNonNull;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.event.Event;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Express;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.view.GuardCounts;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Methods that carry {@link CircuitBreaker}, compiled and bound as the engine does it, in one JVM
 * of their own with fake time.
 */
final class Bound {

  private static final Configuration NOTHING_CONFIGURED = key -> Optional.empty();

  final FakeTime time = new FakeTime();
  final List<Event> events = new ArrayList<>();
  final Services services;
  private final PlanCompiler compiler =
      new PlanCompiler(new PolicyCatalog(List.of(new BreakerFactory())));
  private final Map<String, GuardCounts> counts = new HashMap<>();

  Bound() {
    Events channel = new Events();
    channel.subscribe(events::add);
    services =
        new Services(
            time,
            Runnable::run,
            channel,
            new States(),
            type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()),
            NOTHING_CONFIGURED);
  }

  /** The method's policy, as its annotation asks for. */
  BreakerPolicy policy(Class<?> owner, String method) {
    GuardedMethod guarded = ReflectedModels.guarded(owner, method);
    return bind(guarded, spec(guarded));
  }

  /** The short way past the method's breaker. */
  Express express(Class<?> owner, String method) {
    return requireNonNull(policy(owner, method).express(), "no short way");
  }

  /** The method's stage around that body. */
  Stage stage(Class<?> owner, String method, Stage body) {
    return policy(owner, method).around(body);
  }

  /** The method's stage around that body. */
  AsyncStage async(Class<?> owner, String method, AsyncStage body) {
    return policy(owner, method).aroundAsync(body);
  }

  BreakerPolicy bind(GuardedMethod method, BreakerSpec spec) {
    Binding binding =
        new Binding(
            method.name(),
            method,
            lookup(method),
            counts.computeIfAbsent(method.name(), name -> new GuardCounts()),
            services);
    return (BreakerPolicy) spec.bind(binding).get(0).policy();
  }

  BreakerSpec spec(GuardedMethod method) {
    Compiled compiled = compile(method, NOTHING_CONFIGURED);
    if (compiled instanceof Compiled.Refused refused) {
      throw new IllegalArgumentException(refused.problems().toString());
    }
    return (BreakerSpec) ((Compiled.Ready) compiled).plan().policies().get(0).spec();
  }

  /** What is wrong with the method's annotation. */
  List<String> problems(Class<?> owner, String method, Configuration configuration) {
    return compile(ReflectedModels.guarded(owner, method), configuration)
            instanceof Compiled.Refused refused
        ? refused.problems().stream().map(PlanProblem::message).toList()
        : List.of();
  }

  List<String> problems(Class<?> owner, String method) {
    return problems(owner, method, NOTHING_CONFIGURED);
  }

  /** What was counted of the method, by outcome; those never counted are left out. */
  Map<String, Long> counts(Class<?> owner, String method) {
    Map<String, Long> counted = new HashMap<>();
    counts
        .getOrDefault(ReflectedModels.guarded(owner, method).name(), new GuardCounts())
        .outcomes()
        .forEach(
            (outcome, count) -> {
              if (count > 0) {
                counted.put(outcome, count);
              }
            });
    return counted;
  }

  /** All breakers as they are now. */
  List<BreakerView> views() {
    return BreakerRegistry.of(services.states()).views();
  }

  /** What a call of the stage threw, or null. */
  static @Nullable Throwable call(Stage stage, @Nullable Object... arguments) {
    try {
      stage.call(new Call(arguments));
      return null;
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  /** The refusal that a call of the stage got. */
  static CircuitOpenException refusal(Stage stage, @Nullable Object... arguments) {
    return (CircuitOpenException) requireNonNull(call(stage, arguments), "not refused");
  }

  /** A body that throws. */
  static Stage throwing(Throwable failure) {
    return call -> {
      throw failure;
    };
  }

  /** A body that has answered already. */
  static AsyncStage answering(CompletableFuture<@Nullable Object> future) {
    return call -> future;
  }

  private Compiled compile(GuardedMethod method, Configuration configuration) {
    AnnotationModel written =
        method.method().annotations().stream()
            .filter(annotation -> annotation.type().equals(CircuitBreaker.class.getName()))
            .findFirst()
            .orElseThrow();
    Origin origin = new Origin.Written("@CircuitBreaker", method.name());
    Map<String, Setting> settings = new HashMap<>();
    written.values().forEach((name, value) -> settings.put(name, new Setting(value, origin)));
    return compiler.compile(
        method, List.of(new Declaration("circuit-breaker", settings, origin)), configuration);
  }

  private static MethodHandles.Lookup lookup(GuardedMethod method) {
    try {
      Class<?> owner = Class.forName(method.owner().name(), false, Bound.class.getClassLoader());
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a class of the test is missing", impossible);
    }
  }
}
