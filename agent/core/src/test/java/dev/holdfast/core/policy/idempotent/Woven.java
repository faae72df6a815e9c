package dev.holdfast.core.policy.idempotent;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.event.Event;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.PolicyDescription;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.store.transaction.KeyTable;
import dev.holdfast.core.store.transaction.KeyTables;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.ReflectedModels;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The methods of an object as if the agent had woven them: planned, linked and bound by the engine
 * with all of its policies, in fake time.
 */
final class Woven {

  final FakeTime time = new FakeTime();
  final List<Event> events = new CopyOnWriteArrayList<>();

  private final Object target;
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, MethodHandle> linked = new ConcurrentHashMap<>();
  private final PolicyCatalog catalog = PolicyCatalog.installed();
  private final Services services;
  private final Guards guards;
  private boolean observes;

  Woven(Object target) {
    this(target, Woven::inThread);
  }

  Woven(Object target, Workers workers) {
    this.target = target;
    Events published = new Events();
    published.subscribe(events::add);
    services =
        new Services(
            time,
            workers,
            published,
            new States(),
            type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()),
            this::find);
    guards = new Guards(() -> new Guards.Linking(services, observes));
  }

  /** Sets a key of the configuration, before the first call. */
  Woven with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Keeps keys in transactions of that kind of database, from the first call on. */
  Woven withTable(KeyTable table) {
    services.states().shared(KeyTables.class, "", () -> new KeyTables(List.of(table), true, time));
    return this;
  }

  /** Only watches, from the first call on. */
  Woven observing() {
    observes = true;
    return this;
  }

  /** Calls the only method of that name. */
  @Nullable Object call(String method, @Nullable Object... arguments) throws Throwable {
    List<@Nullable Object> all = new ArrayList<>(List.of(target));
    all.addAll(Arrays.asList(arguments));
    return linked.computeIfAbsent(method, this::link).invokeWithArguments(all);
  }

  /** Calls it, and answers what it throws. */
  Throwable fail(String method, @Nullable Object... arguments) {
    return Objects.requireNonNull(
        Assertions.catchThrowable(() -> call(method, arguments)), "it returned");
  }

  /** What was counted of a method, {@code idempotent.} left out, zeros too. */
  Map<String, Long> outcomes(String method) {
    Map<String, Long> outcomes = new HashMap<>();
    guards.all().stream()
        .filter(guard -> guard.method().method().name().equals(method))
        .forEach(
            guard ->
                guard
                    .counts()
                    .outcomes()
                    .forEach(
                        (name, count) -> {
                          if (name.startsWith("idempotent.") && count > 0) {
                            outcomes.put(name.substring("idempotent.".length()), count);
                          }
                        }));
    return outcomes;
  }

  /** What was told, as sentences. */
  List<String> told() {
    return events.stream().map(Event::sentence).toList();
  }

  /** What is wrong with a method's plan. */
  List<String> problems(String method) {
    return compile(guarded(method)) instanceof Compiled.Refused refused
        ? refused.problems().stream().map(PlanProblem::message).toList()
        : List.of();
  }

  /** What is to be mentioned of a method's plan. */
  List<String> notes(String method) {
    return ready(guarded(method)).plan().notes();
  }

  /** The guard's name of a method. */
  String name(String method) {
    return guarded(method).name();
  }

  /** The name under which a method's keys are stored. */
  String qualifiedName(String method) {
    return guarded(method).qualifiedName();
  }

  private MethodHandle link(String name) {
    GuardedMethod method = guarded(name);
    Method body =
        Arrays.stream(target.getClass().getDeclaredMethods())
            .filter(each -> each.getName().equals(name) && !each.isSynthetic())
            .findFirst()
            .orElseThrow();
    ClassLoader loader = Objects.requireNonNull(target.getClass().getClassLoader());
    guards.register(loader, new Guard(ready(method).plan(), List.of(), Optional.empty()));
    try {
      Lookup lookup = MethodHandles.privateLookupIn(target.getClass(), MethodHandles.lookup());
      MethodHandle bare = lookup.unreflect(body);
      CallSite site =
          guards.link(
              new WovenSite(lookup, name, method.method().descriptor(), bare.type(), bare, false));
      return site.dynamicInvoker();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Compiled.Ready ready(GuardedMethod method) {
    if (compile(method) instanceof Compiled.Ready ready) {
      return ready;
    }
    throw new IllegalStateException(problems(method.method().name()).toString());
  }

  private Compiled compile(GuardedMethod method) {
    Stream<AnnotationModel> written =
        Stream.concat(
            method.method().annotations().stream(),
            method.method().parameters().stream()
                .map(ParameterModel::annotations)
                .flatMap(List::stream));
    Map<String, Declaration> declared = new HashMap<>();
    written.forEach(
        annotation ->
            catalog
                .findByAnnotation(annotation.type())
                .ifPresent(
                    policy ->
                        declared.put(policy.name(), declaration(policy, annotation, method))));
    return new PlanCompiler(catalog).compile(method, List.copyOf(declared.values()), this::find);
  }

  private static Declaration declaration(
      PolicyDescription policy, AnnotationModel annotation, GuardedMethod method) {
    Origin origin = new Origin.Written(policy.annotation(), method.name());
    Map<String, Setting> attributes = new HashMap<>();
    annotation.values().forEach((name, value) -> attributes.put(name, new Setting(value, origin)));
    return new Declaration(policy.name(), attributes, origin);
  }

  private GuardedMethod guarded(String method) {
    return ReflectedModels.guarded(target.getClass(), method);
  }

  private Optional<Setting> find(String key) {
    return Optional.ofNullable(settings.get(key))
        .map(value -> new Setting(value, new Origin.Configured(key, "test")));
  }

  /** A call on a thread of its own. */
  CompletableFuture<Object> callInThread(String method, Object... arguments) {
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                outcome.complete(call(method, arguments));
              } catch (Throwable thrown) {
                outcome.completeExceptionally(thrown);
              }
            });
    caller.setDaemon(true);
    caller.start();
    return outcome;
  }

  private static void inThread(Runnable task) {
    Thread thread = new Thread(task, "worker");
    thread.setDaemon(true);
    thread.start();
  }
}
