package dev.holdfast.weaving;

import dev.holdfast.core.carrier.LibraryCarrier;
import dev.holdfast.core.type.ByLoader;
import dev.holdfast.weaving.model.LoaderFiles;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weaves in place what was loaded before the agent came.
 *
 * <p>Which classes concern us is told by their class files as resources, so that the JVM has to
 * stop for those few only. A class whose definition was on its way while the transformer was added
 * is in neither: it is found by looking a second time.
 */
final class LoadedClasses {

  private static final Logger LOG = LoggerFactory.getLogger(LoadedClasses.class);

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
    retransform(candidates());
    retransform(candidates());
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
    retransform(own);
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

  /** All at once, because the JVM stops for each time; one by one if one of them is refused. */
  private void retransform(List<Class<?>> types) {
    if (types.isEmpty() || isRetransformed(types)) {
      return;
    }
    for (Class<?> type : types) {
      transformer.mayWeaveInPlace(type, Optional.empty());
      if (!isRetransformed(List.of(type))) {
        transformer.giveUp(type);
      }
    }
  }

  private boolean isRetransformed(List<Class<?>> types) {
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
      return true;
    } catch (UnmodifiableClassException | LinkageError | InternalError | RuntimeException refused) {
      if (types.size() == 1) {
        LOG.warn("{} stays unwoven", types.get(0).getName(), refused);
      }
      return false;
    }
  }
}
