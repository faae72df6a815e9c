package dev.holdfast.weaving.model;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.io.Closeable;
import java.io.IOException;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * The class files of jars and folders, the first on the path winning, then those of the JDK. What
 * an executable jar or a web archive nests ({@code BOOT-INF}, {@code WEB-INF}) is on the path too.
 */
public final class PathTypes implements ClassModels, Closeable {

  private static final List<String> NESTED_CLASSES = List.of("BOOT-INF/classes", "WEB-INF/classes");
  private static final List<String> NESTED_JARS =
      List.of("BOOT-INF/lib", "WEB-INF/lib", "WEB-INF/lib-provided");

  private final List<Path> roots = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();

  /** Nested ones first, so that they are closed first. */
  private final Deque<FileSystem> opened = new ArrayDeque<>();

  private final LoaderTypes platform = new LoaderTypes(null);
  private final ConcurrentMap<String, Optional<ClassModel>> remembered = new ConcurrentHashMap<>();

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

  @Override
  public Optional<ClassModel> find(String binaryName) {
    return remembered.computeIfAbsent(binaryName, this::look);
  }

  private Optional<ClassModel> look(String name) {
    String file = name.replace('.', '/') + ".class";
    for (Path root : roots) {
      if (Files.isRegularFile(root.resolve(file))) {
        return read(root.resolve(file));
      }
    }
    return platform.find(name);
  }

  private static Optional<ClassModel> read(Path file) {
    try {
      return Optional.of(ClassFileReader.read(Files.readAllBytes(file)));
    } catch (IOException | UnreadableClass unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    for (FileSystem files : opened) {
      files.close();
    }
  }
}
