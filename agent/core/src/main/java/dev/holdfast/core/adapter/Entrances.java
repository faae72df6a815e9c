package dev.holdfast.core.adapter;

import dev.holdfast.core.pipeline.Entrance;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Remembers which methods that are called through proxies have guards. What was found hangs on the
 * target's class, in types of the JDK and so weakly that it keeps neither that class nor the
 * engine.
 */
public final class Entrances {

  private final Host host;
  private final ClassValue<AtomicReference<WeakReference<Map<Method, Found>>>> cells =
      new ClassValue<>() {
        @Override
        protected AtomicReference<WeakReference<Map<Method, Found>>> computeValue(Class<?> target) {
          return new AtomicReference<>(new WeakReference<>(new ConcurrentHashMap<>()));
        }
      };

  /** Looks again whenever that host may have other answers than before. */
  public Entrances(Host host) {
    this.host = host;
  }

  /**
   * The guard's entrance for a method of a proxy.
   *
   * @param target the class behind the proxy
   * @param method as the proxy names it
   * @param find answers the entrance, empty if there is none; asked when nothing is remembered
   */
  public Optional<Entrance> of(
      Class<?> target, Method method, Function<Method, Optional<Entrance>> find) {
    int changes = host.changes();
    Map<Method, Found> known = known(target);
    Found found = known.get(method);
    if (found == null || found.changes != changes) {
      found = new Found(changes, find.apply(method));
      known.put(method, found);
    }
    return found.entrance;
  }

  private Map<Method, Found> known(Class<?> target) {
    AtomicReference<WeakReference<Map<Method, Found>>> cell = cells.get(target);
    Map<Method, Found> known = Objects.requireNonNull(cell.get()).get();
    if (known == null) {
      known = new ConcurrentHashMap<>();
      cell.set(new WeakReference<>(known));
    }
    return known;
  }

  private record Found(int changes, Optional<Entrance> entrance) {}
}
