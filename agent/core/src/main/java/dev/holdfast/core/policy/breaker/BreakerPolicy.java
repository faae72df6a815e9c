package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.call.Responses;
import dev.holdfast.core.keypath.KeyPath;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Express;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.Stage;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A breaker bound to one method.
 *
 * @param isAsync whether the method returns a future
 * @param judgesResults whether it may return a response that counts as a failure
 */
record BreakerPolicy(BreakerUse use, boolean isAsync, boolean judgesResults) implements Policy {

  static BreakerPolicy bind(BreakerSpec spec, Binding binding) {
    Services services = binding.services();
    OutcomeJudge judge =
        new OutcomeJudge(
            binding.guard(),
            spec.types().matcher(),
            spec.statuses(),
            spec.obeysDemands(),
            Responses.installed(),
            services.time());
    int breakers = spec.key().isPresent() ? spec.maxKeys() : 1;
    BreakerUse use =
        new BreakerUse(
            spec.key()
                .<BreakerSource>map(key -> keyed(key, spec, binding))
                .orElseGet(() -> single(spec, binding)),
            judge,
            binding.state(
                FailureMemory.class, nameOf(spec, binding), () -> new FailureMemory(breakers)),
            binding.outcome("circuit-breaker.refused"),
            binding.outcome("circuit-breaker.would-refuse"),
            binding.outcome("circuit-breaker.failed"),
            binding.outcome("circuit-breaker.ignored"));
    return new BreakerPolicy(
        use, binding.method().returnKind().isAsync(), judgesResults(spec, binding));
  }

  @Override
  public Stage around(Stage next) {
    return new BreakerStage(use, judgesResults, next);
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return new AsyncBreakerStage(use, next);
  }

  /** Where the result or the arguments matter, every call goes through the stage. */
  @Override
  public @Nullable Express express() {
    return !judgesResults && use.source() instanceof BreakerSource.Single single
        ? new ExpressBreaker(single.breaker())
        : null;
  }

  @Override
  public Observer observer() {
    return new BreakerObserver(use, isAsync);
  }

  private static BreakerSource single(BreakerSpec spec, Binding binding) {
    Services services = binding.services();
    BreakerId id = BreakerId.of(nameOf(spec, binding));
    Breaker breaker =
        state(
            spec,
            binding,
            Breaker.class,
            () -> new Breaker(id, spec.limits(), services.time(), services.events()));
    breaker.configure(spec.limits());
    return new BreakerSource.Single(breaker);
  }

  private static BreakerSource keyed(KeyPath key, BreakerSpec spec, Binding binding) {
    Services services = binding.services();
    String name = nameOf(spec, binding);
    KeyedBreakers breakers =
        state(
            spec,
            binding,
            KeyedBreakers.class,
            () ->
                new KeyedBreakers(
                    name, spec.limits(), spec.maxKeys(), services.time(), services.events()));
    breakers.configure(spec.limits(), spec.maxKeys());
    return new BreakerSource.Keyed(breakers, key.bind(binding));
  }

  /** What outlives this binding: of the whole JVM if it has a name, else of the class loader. */
  private static <T extends Breakers> T state(
      BreakerSpec spec, Binding binding, Class<T> type, Supplier<T> maker) {
    BreakerRegistry registry = BreakerRegistry.of(binding.services().states());
    Supplier<T> registered = () -> registry.add(maker.get());
    return spec.name().isEmpty()
        ? binding.state(type, binding.guard(), registered)
        : binding.services().states().shared(type, spec.name(), registered);
  }

  private static String nameOf(BreakerSpec spec, Binding binding) {
    return spec.name().isEmpty() ? binding.guard() : spec.name();
  }

  private static boolean judgesResults(BreakerSpec spec, Binding binding) {
    MethodType type =
        MethodType.fromMethodDescriptorString(
            binding.method().method().descriptor(), binding.loader());
    return !spec.statuses().isEmpty() && Responses.installed().mayBeReturnedAs(type.returnType());
  }
}
