package dev.holdfast.core.adapter;

import dev.holdfast.core.pipeline.Entrance;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers which methods that are called through proxies have guards. What was found hangs on the
 * target's class, and so weakly that it keeps neither that class nor the engine.
 */
public final class Entrances {

  private final Host host;
  private final ClassValue<Cell> cells =
      new ClassValue<>() {
        @Override
        protected Cell computeValue(Class<?> target) {
          return new Cell();
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
    Map<Method, Found> known = cells.get(target).found();
    Found found = known.get(method);
    if (found == null || found.changes != changes) {
      found = new Found(changes, find.apply(method));
      known.put(method, found);
    }
    return found.entrance;
  }

  private record Found(int changes, Optional<Entrance> entrance) {}

  private static final class Cell {

    private volatile WeakReference<Map<Method, Found>> held =
        new WeakReference<>(new ConcurrentHashMap<>());

    Map<Method, Found> found() {
      Map<Method, Found> known = held.get();
      if (known == null) {
        known = new ConcurrentHashMap<>();
        held = new WeakReference<>(known);
      }
      return known;
    }
  }
}
