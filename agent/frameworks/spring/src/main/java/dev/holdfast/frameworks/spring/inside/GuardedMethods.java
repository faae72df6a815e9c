package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.pipeline.Entrance;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.aop.support.AopUtils;

/**
 * Which methods that are called through proxies have guards. What was found hangs on the target's
 * class, and so weakly that it keeps neither that class nor the engine.
 */
final class GuardedMethods {

  private final Host host;
  private final ClassValue<Cell> cells =
      new ClassValue<>() {
        @Override
        protected Cell computeValue(Class<?> target) {
          return new Cell();
        }
      };

  GuardedMethods(Host host) {
    this.host = host;
  }

  /** The guard's entrance for a method of a proxy whose target is of that class. */
  Optional<Entrance> of(Method method, Class<?> target) {
    int changes = host.changes();
    Map<Method, Found> known = cells.get(target).found();
    Found found = known.get(method);
    if (found == null || found.changes != changes) {
      Method body = AopUtils.getMostSpecificMethod(method, target);
      found = new Found(changes, host.entrance(body));
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
