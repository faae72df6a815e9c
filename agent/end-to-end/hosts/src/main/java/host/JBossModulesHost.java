package host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.modules.DependencySpec;
import org.jboss.modules.ModuleDependencySpecBuilder;
import org.jboss.modules.ModuleFinder;
import org.jboss.modules.ModuleLoader;
import org.jboss.modules.ModuleSpec;
import org.jboss.modules.ResourceLoaderSpec;
import org.jboss.modules.ResourceLoaders;

/** JBoss Modules, WildFly's loaders; the annotated interface lies in another module. */
public final class JBossModulesHost {

  private static final Map<String, String> FILES =
      Map.of(
          "ports", "ports/Port.class", "one", "shop/Scenario.class", "two", "shop/Scenario.class");

  private JBossModulesHost() {}

  /** Plays the scenario in two modules. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    ModuleFinder finder =
        (name, loader) -> {
          String classFile = FILES.get(name);
          return classFile == null ? null : module(name, classFile);
        };
    ModuleLoader loader = new ModuleLoader(finder);
    for (String name : new String[] {"one", "two"}) {
      Class<?> scenario = loader.loadModule(name).getClassLoader().loadClass("shop.Scenario");
      Supplier<?> played = (Supplier<?>) scenario.getConstructor().newInstance();
      System.out.println(name + " " + played.get());
    }
  }

  private static ModuleSpec module(String name, String classFile) {
    ModuleSpec.Builder module = ModuleSpec.build(name);
    module.addResourceRoot(
        ResourceLoaderSpec.createResourceLoaderSpec(
            ResourceLoaders.createPathResourceLoader(folder(classFile))));
    module.addDependency(DependencySpec.OWN_DEPENDENCY);
    if (!name.equals("ports")) {
      module.addDependency(new ModuleDependencySpecBuilder().setName("ports").build());
    }
    return module.create();
  }

  private static Path folder(String classFile) {
    try {
      Path folder = Files.createTempDirectory("module");
      Path file = folder.resolve(classFile);
      Files.createDirectories(file.getParent());
      Files.write(file, Webapp.bytes(classFile));
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
