package host;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** Modules in layers that the program makes itself. */
public final class LayersHost {

  private LayersHost() {}

  /**
   * Plays the scenario in a layer with one loader and in one with many.
   *
   * @param arguments the folder that holds the modules
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    ModuleLayer boot = ModuleLayer.boot();
    ModuleFinder finder = ModuleFinder.of(Path.of(arguments[0]));
    Configuration modules = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("shop"));
    ClassLoader parent = ClassLoader.getPlatformClassLoader();
    play("one", boot.defineModulesWithOneLoader(modules, parent));
    play("many", boot.defineModulesWithManyLoaders(modules, parent));
  }

  @SuppressWarnings("SystemOut")
  private static void play(String name, ModuleLayer layer) throws ReflectiveOperationException {
    Class<?> scenario = layer.findLoader("shop").loadClass("shop.Scenario");
    Supplier<?> played = (Supplier<?>) scenario.getConstructor().newInstance();
    System.out.println(name + " " + played.get());
  }
}
