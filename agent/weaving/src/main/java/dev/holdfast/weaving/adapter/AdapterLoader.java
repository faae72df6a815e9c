package dev.holdfast.weaving.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * The loader of the adapters to the libraries of one application loader: our types are the
 * engine's, the library's are the application's, and only the adapters themselves, in packages
 * named {@code inside}, are defined here. Nothing of ours gets into the application's loader.
 */
final class AdapterLoader extends ClassLoader {

  private static final String OURS = "dev.holdfast.";
  private static final String ADAPTERS = ".inside.";

  /** Names no loader: up to Java 23 a thread remembers the domains of who made it. */
  private static final ProtectionDomain DOMAIN = new ProtectionDomain(null, null);

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader engine;

  /**
   * @param application the loader of the library; null for the boot loader
   */
  AdapterLoader(@Nullable ClassLoader application, ClassLoader engine) {
    super("holdfast adapters", application);
    this.engine = engine;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    if (name.indexOf(ADAPTERS, OURS.length()) < 0) {
      return ours(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  /** An application may have packages below ours. */
  private Class<?> ours(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return engine.loadClass(name);
    } catch (ClassNotFoundException ofTheApplication) {
      return super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/').concat(".class");
    try (InputStream stream = engine.getResourceAsStream(file)) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = stream.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, DOMAIN);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
