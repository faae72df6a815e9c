package dev.holdfast.weaving.model;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The class files that one class loader finds as resources. The loader is held weakly, loads no
 * class for us, and may fail.
 *
 * <p>A loader that looks for a resource may load classes of its own, and those come back to us
 * through the transformer: a thread that is inside a loader already gets "none" from that loader,
 * else a class could come to be defined within its own definition.
 */
public final class LoaderFiles {

  private static final ThreadLocal<List<ClassLoader>> ASKED =
      ThreadLocal.withInitial(ArrayList::new);

  private final WeakReference<ClassLoader> loader;

  /**
   * @param loader {@code null} for the boot loader
   */
  public LoaderFiles(@Nullable ClassLoader loader) {
    this.loader = new WeakReference<>(askable(loader));
  }

  /** The platform loader finds the class files of every module of the JDK, and of the boot path. */
  private static ClassLoader askable(@Nullable ClassLoader loader) {
    return loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }

  /** Whether this thread is inside that loader, asked by us: what it says now is not the truth. */
  public static boolean isAsking(@Nullable ClassLoader loader) {
    ClassLoader asked = askable(loader);
    for (ClassLoader each : ASKED.get()) {
      if (each == asked) {
        return true;
      }
    }
    return false;
  }

  /** Whether an answer may be remembered: not after the loader has gone, nor while it is asked. */
  public boolean isAnswering() {
    ClassLoader asked = loader.get();
    return asked != null && !isAsking(asked);
  }

  /**
   * The bytes of a class file; empty if there is none, or if the loader fails. What a loader does
   * not show may be the JDK's, or lie in another module of its layer.
   */
  public Optional<byte[]> find(String binaryName) {
    ClassLoader asked = loader.get();
    if (asked == null || isAsking(asked)) {
      return Optional.empty();
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    if (asked == platform || binaryName.startsWith("java.")) {
      return ask(platform, binaryName);
    }
    return ask(asked, binaryName)
        .or(() -> inLayer(asked, binaryName))
        .or(() -> ask(platform, binaryName));
  }

  private static Optional<byte[]> ask(ClassLoader asked, String binaryName) {
    List<ClassLoader> all = ASKED.get();
    all.add(asked);
    try (InputStream stream =
        asked.getResourceAsStream(binaryName.replace('.', '/').concat(".class"))) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException | RuntimeException | Error failed) {
      // A loader that cannot say, closed or broken: the type stays unknown, as if it had none.
      return Optional.empty();
    } finally {
      all.remove(all.size() - 1);
    }
  }

  private static Optional<byte[]> inLayer(ClassLoader loader, String binaryName) {
    try {
      return LayerFiles.find(loader, binaryName);
    } catch (IOException closed) {
      return Optional.empty();
    }
  }
}
