package dev.holdfast.weaving;

import dev.holdfast.core.type.ByLoader;
import dev.holdfast.weaving.rewrite.DelegationWeaver;
import dev.holdfast.weaving.rewrite.Manner;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was woven of each class, for as long as its loader lives: at every retransformation the same
 * members must come out, whatever the configuration is by then.
 */
final class WovenClasses {

  private final ByLoader<Map<String, Shape>> byLoader =
      new ByLoader<>(loader -> new ConcurrentHashMap<>());

  /**
   * What is woven of one class.
   *
   * @param methods name and descriptor, written together; what the class does not have itself is
   *     kept free of bodies
   * @param manner how they are woven
   * @param isLoader whether its {@code loadClass} asks the bridge first
   */
  record Shape(Set<String> methods, Manner manner, boolean isLoader) {

    Shape {
      methods = Set.copyOf(methods);
    }

    byte[] weave(byte[] classFile) {
      byte[] woven = methods.isEmpty() ? classFile : manner.weave(classFile, methods);
      return isLoader ? DelegationWeaver.weave(woven) : woven;
    }
  }

  void remember(ClassLoader loader, String className, Shape shape) {
    byLoader.of(loader).put(className, shape);
  }

  /** The class could not be woven that way after all. */
  void forget(ClassLoader loader, String className) {
    byLoader.of(loader).remove(className);
  }

  @Nullable Shape shape(ClassLoader loader, String className) {
    return byLoader.of(loader).get(className);
  }
}
