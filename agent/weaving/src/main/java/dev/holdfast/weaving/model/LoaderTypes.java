package dev.holdfast.weaving.model;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes that one class loader finds as resources, read without loading any. What was found,
 * and what was not, is remembered while memory allows, at most {@value #MOST_REMEMBERED} names.
 */
public final class LoaderTypes implements ClassModels {

  private static final int MOST_REMEMBERED = 1000;

  private final LoaderFiles files;
  private volatile SoftReference<ConcurrentMap<String, Optional<ClassModel>>> remembered =
      new SoftReference<>(new ConcurrentHashMap<>());

  /**
   * @param loader held weakly; {@code null} for the boot loader
   */
  public LoaderTypes(@Nullable ClassLoader loader) {
    files = new LoaderFiles(loader);
  }

  @Override
  public Optional<ClassModel> find(String binaryName) {
    ConcurrentMap<String, Optional<ClassModel>> models = remembered();
    Optional<ClassModel> known = models.get(binaryName);
    if (known != null) {
      return known;
    }
    if (!files.isAnswering()) {
      return Optional.empty();
    }
    Optional<ClassModel> found = files.find(binaryName).flatMap(bytes -> read(bytes, binaryName));
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

  private static Optional<ClassModel> read(byte[] bytes, String name) {
    try {
      return Optional.of(ClassFileReader.read(bytes)).filter(model -> model.name().equals(name));
    } catch (UnreadableClass unreadable) {
      return Optional.empty();
    }
  }
}
