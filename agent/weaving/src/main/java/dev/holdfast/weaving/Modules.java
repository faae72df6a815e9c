package dev.holdfast.weaving;

import dev.holdfast.bridge.Bootstrap;
import dev.holdfast.core.pipeline.Access;
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

  @Override
  public Lookup in(Class<?> type) throws IllegalAccessException {
    Module module = type.getModule();
    Module own = Modules.class.getModule();
    String open = type.getPackageName();
    if (isOfApplication(module) && !module.isOpen(open, own)) {
      instrumentation.redefineModule(
          module, Set.of(), Map.of(), Map.of(open, Set.of(own)), Set.of(), Map.of());
    }
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  /** The JDK's own modules stay as closed as they are. */
  private static boolean isOfApplication(Module module) {
    ClassLoader loader = module.getClassLoader();
    return module.isNamed() && loader != null && loader != ClassLoader.getPlatformClassLoader();
  }
}
