package dev.holdfast.launcher.program;

import dev.holdfast.Retry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;

/** What of the agent an application can see, through its own loader and a child-first one. */
@SuppressWarnings("SystemOut")
public final class Visible {

  private static final List<String> HIDDEN =
      List.of(
          "dev.holdfast.core.pipeline.Guard",
          "dev.holdfast.weaving.Engine",
          "net.bytebuddy.jar.asm.ClassReader",
          "org.slf4j.LoggerFactory",
          "tools.jackson.databind.ObjectMapper",
          "picocli.CommandLine");

  private Visible() {}

  /** Loads its own copy of what its parent has, annotations of ours included. */
  static final class ChildFirst extends ClassLoader {

    ChildFirst() {
      super(Visible.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.holdfast")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream bytes = getParent().getResourceAsStream(file)) {
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] read = bytes.readAllBytes();
        return defineClass(name, read, 0, read.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  /** A woven class in the child-first loader. */
  public static final class Guarded implements Runnable {

    private int calls;

    @Override
    @Retry(backoff = "0")
    public void run() {
      if (++calls == 1) {
        throw new IllegalStateException("first");
      }
      System.out.println("child-first: attempt " + calls);
    }
  }

  /** Prints what it sees. */
  public static void main(String[] arguments) throws Exception {
    for (String name : HIDDEN) {
      try {
        System.out.println("visible: " + Class.forName(name));
      } catch (ClassNotFoundException hidden) {
        System.out.println("hidden: " + name);
      }
    }
    System.out.println(
        "services: "
            + Collections.list(
                Visible.class
                    .getClassLoader()
                    .getResources("META-INF/services/org.slf4j.spi.SLF4JServiceProvider")));
    System.out.println(
        "own services: " + ServiceLoader.load(Runnable.class).findFirst().isPresent());
    ClassLoader childFirst = new ChildFirst();
    System.out.println("one copy: " + (childFirst.loadClass(Retry.class.getName()) == Retry.class));
    Class<?> guarded = childFirst.loadClass(Guarded.class.getName());
    System.out.println("own loader: " + (guarded.getClassLoader() == childFirst));
    ((Runnable) guarded.getDeclaredConstructor().newInstance()).run();
  }
}
