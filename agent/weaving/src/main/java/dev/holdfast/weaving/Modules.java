package dev.holdfast.weaving;

import dev.holdfast.bridge.Bootstrap;
import dev.holdfast.core.pipeline.Access;
import dev.holdfast.weaving.rewrite.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Map;
import java.util.Set;

/**
 * Opens the application's named modules as far as guarding needs it: to the engine, and to the
 * bridge that woven code calls.
 */
final class Modules implements Access {

  private final Instrumentation instrumentation;

  Modules(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Whether the annotations' jar is a module of the application: a second copy, seen first. */
  static boolean holdOurs() {
    return ModuleLayer.boot().findModule("dev.holdfast").isPresent();
  }

  /** Lets a module that is about to hold woven code read the bridge. */
  void letRead(Module module) {
    Module bridge = Bootstrap.class.getModule();
    if (module.isNamed() && !module.canRead(bridge)) {
      instrumentation.redefineModule(
          module, Set.of(bridge), Map.of(), Map.of(), Set.of(), Map.of());
    }
  }

  /**
   * Prepares the module of a class that is being woven. Where the JVM does not link woven code by
   * itself, no lookup comes along, and the bridge reaches into the class by its own.
   *
   * @param className internal
   */
  void letIn(Module module, String className, byte[] classFile) {
    letRead(module);
    if (!Weaver.isLinkedByTheJvm(classFile)) {
      String place = className.substring(0, Math.max(className.lastIndexOf('/'), 0));
      open(module, place.replace('/', '.'), Bootstrap.class.getModule());
    }
  }

  @Override
  public Lookup in(Class<?> type) throws IllegalAccessException {
    Module module = type.getModule();
    if (isOfApplication(module)) {
      open(module, type.getPackageName(), Modules.class.getModule());
    }
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  private void open(Module module, String place, Module to) {
    if (!module.isOpen(place, to)) {
      instrumentation.redefineModule(
          module, Set.of(), Map.of(), Map.of(place, Set.of(to)), Set.of(), Map.of());
    }
  }

  /** The JDK's own modules stay as closed as they are. */
  private static boolean isOfApplication(Module module) {
    ClassLoader loader = module.getClassLoader();
    return module.isNamed() && loader != null && loader != ClassLoader.getPlatformClassLoader();
  }
}
