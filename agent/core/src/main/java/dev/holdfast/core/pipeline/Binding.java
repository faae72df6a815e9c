package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.CallCounter;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.view.GuardCounts;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A method at the moment when its pipeline is bound: its class is loaded now.
 *
 * @param guard the guard's name
 * @param method the method as its class file tells it
 * @param lookup a lookup with all rights in the class that declares the body
 * @param counts what is counted of the guard
 * @param services what the engine offers
 */
public record Binding(
    String guard, GuardedMethod method, Lookup lookup, GuardCounts counts, Services services) {

  /** The class that declares the body. */
  public Class<?> owner() {
    return lookup.lookupClass();
  }

  /** The loader of that class. */
  public @Nullable ClassLoader loader() {
    return owner().getClassLoader();
  }

  /** The counter of calls begun. */
  public CallCounter calls() {
    return counts.calls();
  }

  /** The counter of an outcome, {@code retry.exhausted}. */
  public LongAdder outcome(String name) {
    return counts.outcome(name);
  }

  /** State that survives this binding, one for each name in the class that declares the body. */
  public <T> T state(Class<T> type, String name, Supplier<? extends T> maker) {
    return services.states().of(owner(), type, name, maker);
  }
}
