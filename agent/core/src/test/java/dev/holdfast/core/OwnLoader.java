package dev.holdfast.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;

/** Defines some classes of ours once more, so that one can see whether anything keeps them. */
public final class OwnLoader extends ClassLoader {

  private static final int MOST_COLLECTIONS = 100;

  private final String prefix;

  /**
   * @param prefix of the names of these classes
   */
  public OwnLoader(String prefix) {
    super(OwnLoader.class.getClassLoader());
    this.prefix = prefix;
  }

  /** Fails if the loader is not collected. */
  public static void assertCollected(WeakReference<ClassLoader> loader) {
    for (int count = 0; count < MOST_COLLECTIONS && loader.get() != null; count++) {
      System.gc();
    }
    assertThat(loader.get()).isNull();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }
}
