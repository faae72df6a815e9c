package dev.holdfast.weaving.model;

import dev.holdfast.core.type.ByLoader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Class files of named modules in layers of the application's own. Where each module has a loader
 * of its own, one loader does not find another's class files as resources, though it loads the
 * classes.
 */
public final class LayerFiles {

  private static final ByLoader<AtomicReference<@Nullable WeakReference<ModuleLayer>>> LAYERS =
      new ByLoader<>(loader -> new AtomicReference<>());

  private LayerFiles() {}

  /** Takes in the module of a class that is being loaded. */
  public static void note(ClassLoader loader, Module module) {
    ModuleLayer layer = module.getLayer();
    if (layer != null && layer != ModuleLayer.boot()) {
      LAYERS.of(loader).compareAndSet(null, new WeakReference<>(layer));
    }
  }

  /** The class file of a type in the loader's layer or in those above it. */
  static Optional<byte[]> find(ClassLoader loader, String binaryName) throws IOException {
    WeakReference<ModuleLayer> noted = LAYERS.of(loader).get();
    ModuleLayer layer = noted == null ? null : noted.get();
    int end = binaryName.lastIndexOf('.');
    return layer == null || end < 0
        ? Optional.empty()
        : find(layer, binaryName.substring(0, end), binaryName);
  }

  private static Optional<byte[]> find(ModuleLayer layer, String packageName, String binaryName)
      throws IOException {
    for (Module module : layer.modules()) {
      if (module.getPackages().contains(packageName)) {
        return read(module, binaryName);
      }
    }
    for (ModuleLayer parent : layer.parents()) {
      Optional<byte[]> found = find(parent, packageName, binaryName);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> read(Module module, String binaryName) throws IOException {
    String path = binaryName.replace('.', '/').concat(".class");
    try (InputStream stream = module.getResourceAsStream(path)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    }
  }
}
