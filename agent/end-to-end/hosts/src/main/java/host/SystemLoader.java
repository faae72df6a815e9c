package host;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/** A system class loader that looks into its own path first, where our jar is too. */
public final class SystemLoader extends URLClassLoader {

  /** What {@code -Djava.system.class.loader} asks for. */
  public SystemLoader(ClassLoader parent) {
    super(path(), parent);
  }

  /** What agents ask for: their jar is added to the class path. */
  void appendToClassPathForInstrumentation(String jar) {
    addURL(url(jar));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? find(name, resolve) : loaded;
    }
  }

  private Class<?> find(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return findClass(name);
    } catch (ClassNotFoundException furtherOut) {
      return super.loadClass(name, resolve);
    }
  }

  private static URL[] path() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(SystemLoader::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
