package dev.holdfast.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Tells files and folders from others that took their names. */
final class Identity {

  private Identity() {}

  /**
   * What stays the same until something else is put in this one's place; null if nothing is there,
   * or the file system does not tell.
   */
  static @Nullable Object of(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException absent) {
      return null;
    }
  }
}
