package dev.holdfast.core.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * State that outlives pipelines: breaker windows, budgets, stores. Registered by type and name, for
 * the whole JVM or for one class of the application.
 *
 * <p>What belongs to a class hangs on that class and is collected with it, whatever of the
 * application it refers to; what belongs to the JVM must refer to nothing of any application.
 */
public final class States {

  private final Map<Key, Object> shared = new ConcurrentHashMap<>();

  private final Set<Class<?>> owners =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final ClassValue<Map<Key, Object>> byOwner =
      new ClassValue<>() {
        @Override
        protected Map<Key, Object> computeValue(Class<?> owner) {
          owners.add(owner);
          return new ConcurrentHashMap<>();
        }
      };

  /** The state of that name in the whole JVM; made once. */
  public <T> T shared(Class<T> type, String name, Supplier<? extends T> maker) {
    return type.cast(shared.computeIfAbsent(new Key(type, name), key -> maker.get()));
  }

  /** Everything of that type that the whole JVM shares. */
  public <T> List<T> shared(Class<T> type) {
    return shared.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The state of that name of one class; made once. */
  public <T> T of(Class<?> owner, Class<T> type, String name, Supplier<? extends T> maker) {
    return type.cast(byOwner.get(owner).computeIfAbsent(new Key(type, name), key -> maker.get()));
  }

  /** Forgets what belongs to classes, which keep nothing of the engine by it. */
  public void forgetOwned() {
    List<Class<?>> all;
    synchronized (owners) {
      all = List.copyOf(owners);
    }
    all.forEach(byOwner::remove);
  }

  private record Key(Class<?> type, String name) {}
}
