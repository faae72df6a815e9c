package dev.holdfast.core.pipeline;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * State that outlives pipelines: breaker windows, budgets, stores. Registered by type and name, for
 * the whole JVM or for one class loader; what belongs to a loader is collected with it, so such
 * state must not be reachable from anything that lives longer.
 */
public final class States {

  private final Map<Key, Object> shared = new ConcurrentHashMap<>();
  private final Map<ClassLoader, Map<Key, Object>> byLoader = new WeakHashMap<>();

  /** The state of that name in the whole JVM; made once. */
  public <T> T shared(Class<T> type, String name, Supplier<? extends T> maker) {
    return type.cast(shared.computeIfAbsent(new Key(type, name), key -> maker.get()));
  }

  /** The state of that name in one class loader; made once. Null is the boot loader. */
  public <T> T ofLoader(
      @Nullable ClassLoader loader, Class<T> type, String name, Supplier<? extends T> maker) {
    if (loader == null) {
      return shared(type, name, maker);
    }
    Map<Key, Object> states;
    synchronized (byLoader) {
      states = byLoader.computeIfAbsent(loader, key -> new ConcurrentHashMap<>());
    }
    return type.cast(states.computeIfAbsent(new Key(type, name), key -> maker.get()));
  }

  private record Key(Class<?> type, String name) {}
}
