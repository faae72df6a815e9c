package dev.holdfast.weaving.model;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The class files that one class loader finds as resources. No class is loaded, but a loader that
 * looks for a resource may load classes of its own: while it does, {@link #isLooking()} is true on
 * the thread, and every further question is answered with "none".
 *
 * <p>The loader is held weakly. What was found, and what was not, is remembered while memory
 * allows, at most {@value #MOST_REMEMBERED} names.
 */
public final class LoaderTypes implements ClassModels {

  private static final int MOST_REMEMBERED = 1000;

  private static final ThreadLocal<Boolean> LOOKING = new ThreadLocal<>();

  private final WeakReference<ClassLoader> loader;
  private volatile SoftReference<ConcurrentMap<String, Optional<ClassModel>>> remembered =
      new SoftReference<>(new ConcurrentHashMap<>());

  /**
   * @param loader {@code null} for the boot loader
   */
  public LoaderTypes(@Nullable ClassLoader loader) {
    // The platform loader finds the class files of every module of the JDK, and of the boot loader.
    this.loader =
        new WeakReference<>(loader == null ? ClassLoader.getPlatformClassLoader() : loader);
  }

  /** Whether this thread is inside a class loader that was asked for a class file. */
  public static boolean isLooking() {
    return LOOKING.get() != null;
  }

  @Override
  public Optional<ClassModel> find(String binaryName) {
    ConcurrentMap<String, Optional<ClassModel>> models = remembered();
    Optional<ClassModel> known = models.get(binaryName);
    if (known != null) {
      return known;
    }
    ClassLoader asked = loader.get();
    if (asked == null || isLooking()) {
      return Optional.empty();
    }
    Optional<ClassModel> found = look(asked, binaryName);
    remember(models, binaryName, found);
    return found;
  }

  /** Takes in a class that is being loaded: one that was generated has no class file to find. */
  public void note(ClassModel model) {
    remember(remembered(), model.name(), Optional.of(model));
  }

  private ConcurrentMap<String, Optional<ClassModel>> remembered() {
    ConcurrentMap<String, Optional<ClassModel>> models = remembered.get();
    if (models == null) {
      models = new ConcurrentHashMap<>();
      remembered = new SoftReference<>(models);
    }
    return models;
  }

  private static void remember(
      ConcurrentMap<String, Optional<ClassModel>> models, String name, Optional<ClassModel> model) {
    if (models.size() >= MOST_REMEMBERED) {
      // Questions come in bursts about the same few types: what is still asked for is back at once.
      models.clear();
    }
    models.put(name, model);
  }

  private static Optional<ClassModel> look(ClassLoader loader, String name) {
    LOOKING.set(true);
    try (InputStream stream = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return stream == null
          ? Optional.empty()
          : Optional.of(ClassFileReader.read(stream.readAllBytes()))
              .filter(model -> model.name().equals(name));
    } catch (IOException | RuntimeException | LinkageError | AssertionError failed) {
      // A loader that cannot say, closed or broken: the type stays unknown, as if it had none.
      return Optional.empty();
    } finally {
      LOOKING.remove();
    }
  }
}
