package dev.holdfast.weaving;

import dev.holdfast.core.carrier.LibraryCarrier;
import dev.holdfast.core.type.ByLoader;
import dev.holdfast.weaving.model.LoaderFiles;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Weaves in place what was loaded before the agent came.
 *
 * <p>Which classes concern us is told by their class files as resources, so that the JVM has to
 * stop for those few only. A class whose definition was on its way while the transformer was added
 * is in neither: it is found by looking a second time.
 */
final class LoadedClasses {

  private final Instrumentation instrumentation;
  private final WeavingTransformer transformer;
  private final ByLoader<LoaderFiles> files = new ByLoader<>(LoaderFiles::new);
  private final Set<Class<?>> seen = new HashSet<>();

  LoadedClasses(Instrumentation instrumentation, WeavingTransformer transformer) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
  }

  /** Weaves; the transformer is added already. */
  void weave() {
    weave(candidates());
    weave(candidates());
  }

  private void weave(List<Class<?>> types) {
    new Retransformation(instrumentation).of(types).forEach(transformer::giveUp);
  }

  /** Weaves a system class loader of the application's own: it is loaded before any agent. */
  void weaveSystemLoader() {
    List<Class<?>> own = new ArrayList<>();
    Class<?> type = ClassLoader.getSystemClassLoader().getClass();
    for (; isOfApplication(type); type = type.getSuperclass()) {
      if (mayWeave(type)) {
        own.add(type);
      }
    }
    weave(own);
  }

  private List<Class<?>> candidates() {
    List<Class<?>> candidates = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isOfApplication(type) && seen.add(type) && mayWeave(type)) {
        candidates.add(type);
      }
    }
    return candidates;
  }

  private boolean isOfApplication(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && !type.isArray()
        && !type.isHidden()
        && instrumentation.isModifiableClass(type);
  }

  private boolean mayWeave(Class<?> type) {
    LibraryCarrier.offer(type.getName().replace('.', '/'), type.getClassLoader());
    Optional<byte[]> classFile = files.of(type.getClassLoader()).find(type.getName());
    return transformer.mayWeaveInPlace(type, classFile);
  }
}
