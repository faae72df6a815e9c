package dev.holdfast.weaving.model;

import dev.holdfast.Holdfast;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class files of jars and folders, the first on the path winning, then those of the JDK. What
 * an executable jar or a web archive nests ({@code BOOT-INF}, {@code WEB-INF}) is on the path too.
 */
public final class PathTypes implements ClassModels, Closeable {

  private static final List<String> NESTED_CLASSES = List.of("BOOT-INF/classes", "WEB-INF/classes");
  private static final List<String> NESTED_JARS =
      List.of("BOOT-INF/lib", "WEB-INF/lib", "WEB-INF/lib-provided");

  /** The annotations and exceptions that an application leaves to the agent. */
  private static final String OURS = "dev/holdfast/";

  private final List<Path> roots = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();

  /** Nested ones first, so that they are closed first. */
  private final Deque<FileSystem> opened = new ArrayDeque<>();

  private final ClassLoader loader = new Resources();
  private final LoaderTypes types = new LoaderTypes(loader);

  /**
   * @param paths jars, and folders of classes or of an unpacked archive
   * @throws IOException if one is neither, or cannot be opened
   */
  public PathTypes(List<Path> paths) throws IOException {
    try {
      for (Path path : paths) {
        add(path);
      }
    } catch (IOException unreadable) {
      close();
      throw unreadable;
    }
  }

  private void add(Path path) throws IOException {
    Path root = Files.isDirectory(path) ? path : open(path);
    for (String nested : NESTED_CLASSES) {
      if (Files.isDirectory(root.resolve(nested))) {
        roots.add(root.resolve(nested));
      }
    }
    roots.add(root);
    for (String folder : NESTED_JARS) {
      for (Path jar : jars(root.resolve(folder))) {
        addNested(jar);
      }
    }
  }

  private void addNested(Path jar) {
    try {
      roots.add(open(jar));
    } catch (IOException broken) {
      unreadable.add(jar);
    }
  }

  private Path open(Path jar) throws IOException {
    try {
      FileSystem files = FileSystems.newFileSystem(jar, Map.of("releaseVersion", "runtime"));
      opened.addFirst(files);
      return files.getPath("/");
    } catch (IOException | ProviderNotFoundException noArchive) {
      throw new IOException(
          "path: " + jar + " (expected: a jar or a folder of class files)", noArchive);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Nested jars that could not be opened. */
  public List<Path> unreadable() {
    return List.copyOf(unreadable);
  }

  /** The folders that class files are found in, by package. */
  public List<Path> roots() {
    return List.copyOf(roots);
  }

  /** A loader that finds these class files as resources, and defines no class. */
  public ClassLoader loader() {
    return loader;
  }

  @Override
  public Optional<ClassModel> find(String binaryName) {
    return types.find(binaryName);
  }

  @Override
  public void close() throws IOException {
    for (FileSystem files : opened) {
      files.close();
    }
  }

  private final class Resources extends ClassLoader {

    Resources() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      for (Path root : roots) {
        Path file = root.resolve(name);
        if (Files.isRegularFile(file)) {
          return open(file);
        }
      }
      return name.startsWith(OURS)
          ? Holdfast.class.getResourceAsStream("/" + name)
          : super.getResourceAsStream(name);
    }

    private static @Nullable InputStream open(Path file) {
      try {
        return Files.newInputStream(file);
      } catch (IOException unreadable) {
        return null;
      }
    }
  }
}
