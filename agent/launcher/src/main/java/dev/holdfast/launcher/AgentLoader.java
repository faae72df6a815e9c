package dev.holdfast.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.AllPermission;
import java.security.PermissionCollection;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The loader of the engine and of everything that the engine uses.
 *
 * <p>The agent's jar holds one folder for each of our modules and libraries under {@code
 * holdfast/}: to the application's loaders these are oddly named resources and no classes, to this
 * loader they are its class path. Nothing is written to disk.
 *
 * <p>Public, because it may come through the boot loader and {@link Agent} through the system's.
 */
public final class AgentLoader extends ClassLoader implements Supplier<ClassLoader> {

  private static final String ROOT = "holdfast/";

  /**
   * Names no loader, unlike the default one: up to Java 23 a thread remembers the domains of all
   * who were on the stack when it was made, and so would keep this loader after a detach. It may do
   * whatever classes of the boot loader may, for as long as Java has security managers.
   */
  private static final ProtectionDomain DOMAIN = new ProtectionDomain(null, everything());

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final List<String> path;

  /**
   * @param parent sees the bridge and the annotations, and nothing of the application
   */
  public AgentLoader(JarFile jar, ClassLoader parent) {
    super("holdfast", parent);
    this.jar = jar;
    path = folders(jar);
  }

  /** Another loader of the same, which shares no class with this one. */
  @Override
  public ClassLoader get() {
    return new AgentLoader(jar, getParent());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JarEntry entry = find(name.replace('.', '/').concat(".class"));
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream file = jar.getInputStream(entry)) {
      byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, DOMAIN);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    JarEntry entry = find(name);
    return entry == null ? null : url(entry);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    List<URL> found = new ArrayList<>();
    for (String folder : path) {
      JarEntry entry = jar.getJarEntry(folder.concat(name));
      if (entry != null) {
        found.add(url(entry));
      }
    }
    return Collections.enumeration(found);
  }

  private static PermissionCollection everything() {
    Permissions all = new Permissions();
    all.add(new AllPermission());
    return all;
  }

  private @Nullable JarEntry find(String name) {
    for (String folder : path) {
      JarEntry entry = jar.getJarEntry(folder.concat(name));
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private URL url(JarEntry entry) {
    try {
      return new URL("holdfast", "", -1, "/" + entry.getName(), new EntryHandler(jar, entry));
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The folders below the root: the first path element of whatever is in there. */
  private static List<String> folders(JarFile jar) {
    List<String> folders = new ArrayList<>();
    String last = "";
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      String name = entries.nextElement().getName();
      if (name.startsWith(ROOT) && !(name.startsWith(last) && !last.isEmpty())) {
        int slash = name.indexOf('/', ROOT.length());
        if (slash > 0 && !folders.contains(name.substring(0, slash + 1))) {
          last = name.substring(0, slash + 1);
          folders.add(last);
        }
      }
    }
    return folders;
  }

  /** Reads one entry of the jar that is open already. */
  private static final class EntryHandler extends URLStreamHandler {

    private final JarFile jar;
    private final JarEntry entry;

    EntryHandler(JarFile jar, JarEntry entry) {
      this.jar = jar;
      this.entry = entry;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          connected = true;
        }

        @Override
        public InputStream getInputStream() throws IOException {
          return jar.getInputStream(entry);
        }
      };
    }
  }
}
