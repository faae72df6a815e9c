package dev.holdfast.weaving;

import dev.holdfast.weaving.model.ByLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was woven of each class, for as long as its loader lives: at every retransformation the same
 * members must come out, whatever the configuration is by then.
 */
final class WovenClasses {

  private final ByLoader<Map<String, Set<String>>> byLoader =
      new ByLoader<>(loader -> new ConcurrentHashMap<>());

  void remember(ClassLoader loader, String className, Set<String> methods) {
    byLoader.of(loader).put(className, methods);
  }

  Set<String> methods(ClassLoader loader, String className) {
    return byLoader.of(loader).getOrDefault(className, Set.of());
  }
}
