package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.time.Time;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.view.GuardCounts;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A whole pipeline around a body that a test gives, with the engine's own entry and door; only the
 * weaving is missing.
 */
public final class TestGuard {

  private final Services services;
  private final String name;
  private final List<PolicySpec> specs;
  private final GuardCounts counts = new GuardCounts();

  public TestGuard(String name, Time time, Workers workers, PolicySpec... specs) {
    this.name = name;
    this.specs = List.of(specs);
    services =
        new Services(
            time,
            workers,
            new Events(),
            new States(),
            type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()),
            key -> Optional.empty());
  }

  /** A body that sees its call. */
  public interface Body {
    @Nullable Object run(Call call) throws Throwable;
  }

  /** Calls the body as that of a method that returns a value. */
  public @Nullable Object call(Body body) throws Throwable {
    return run(pipeline("value", noting(body), false));
  }

  /** Calls the body as that of a method that returns a future; null if it returns none. */
  @SuppressWarnings("unchecked")
  public @Nullable CompletableFuture<@Nullable Object> begin(Body body) throws Throwable {
    return (CompletableFuture<@Nullable Object>) run(pipeline("future", noting(body), false));
  }

  /** Calls the body as that of a method that is only observed. */
  public @Nullable Object observe(Body body) throws Throwable {
    return run(pipeline("value", noting(body), true));
  }

  /** A static method's body behind the express way. */
  public MethodHandle express(MethodHandle body) {
    return express(new WovenSite(MethodHandles.lookup(), "value", "", body.type(), body, false));
  }

  /** A site's body behind the express way. */
  MethodHandle express(WovenSite site) {
    return pipeline("value", Pipeline.body(site), false).handle(site);
  }

  /** How often that outcome was counted. */
  public long count(String outcome) {
    return counts.outcome(outcome).sum();
  }

  private static @Nullable Object run(Pipeline pipeline) throws Throwable {
    return pipeline.entry().call(new Call(new @Nullable Object[0]));
  }

  private Pipeline pipeline(String method, Stage body, boolean observes) {
    GuardedMethod guarded = ReflectedModels.guarded(Methods.class, method);
    Binding binding = new Binding(name, guarded, MethodHandles.lookup(), counts, services);
    List<Layer> layers = new ArrayList<>();
    specs.forEach(spec -> layers.addAll(spec.bind(binding)));
    return Pipeline.around(body, binding, observes, layers);
  }

  /** As {@link BodyStage} does. */
  private static Stage noting(Body body) {
    return call -> {
      call.begin();
      Object result;
      try {
        result = body.run(call);
      } catch (Throwable failure) {
        throw call.threw(failure);
      }
      return call.returned(result);
    };
  }

  /** What a method returns decides how its calls are judged. */
  interface Methods {
    Object value();

    CompletableFuture<Object> future();
  }
}
