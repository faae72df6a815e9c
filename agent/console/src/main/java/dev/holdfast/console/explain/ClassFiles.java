package dev.holdfast.console.explain;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The class files below a root of the class path, those left out that no loader takes from it. */
final class ClassFiles {

  /** Roots of their own, or nothing that is loaded by that name. */
  private static final Set<String> OTHER_ROOTS = Set.of("META-INF", "BOOT-INF", "WEB-INF");

  private ClassFiles() {}

  /**
   * All of them.
   *
   * @param problems gets one message for each folder that cannot be read
   */
  static List<Path> below(Path root, Collection<String> problems) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(root, new Collector(root, files, problems));
    files.sort(null);
    return files;
  }

  /** What to tell of a file or folder that cannot be read. */
  static String unreadable(Path file, IOException failure) {
    return "%s: unreadable, %s (expected: a file or folder that can be read). Permit it, or fetch it again."
        .formatted(name(file), failure.getClass().getSimpleName());
  }

  /** As messages name it: a path, or {@code shop.jar!/shop/Cart.class}. */
  static String name(Path file) {
    return file.getFileSystem().equals(FileSystems.getDefault())
        ? file.toString()
        : file.getFileSystem() + "!" + file;
  }

  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> files;
    private final Collection<String> problems;

    Collector(Path root, List<Path> files, Collection<String> problems) {
      this.root = root;
      this.files = files;
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      boolean isOtherRoot =
          name != null
              && root.equals(folder.getParent())
              && OTHER_ROOTS.contains(withoutSlash(name.toString()));
      return isOtherRoot ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private static String withoutSlash(String name) {
      return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path name = file.getFileName();
      if (name != null && name.toString().endsWith(".class")) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      problems.add(unreadable(file, failure));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        problems.add(unreadable(folder, failure));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
