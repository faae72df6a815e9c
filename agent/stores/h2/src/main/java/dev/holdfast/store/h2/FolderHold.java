package dev.holdfast.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder that a store of this JVM uses, taken before its file is touched. The operating system
 * gives the lock on the file to the process: a second store that opens the same file, finds it
 * locked and closes it again, lets go of the lock of the first one, and another process could have
 * the folder as well.
 *
 * @see java.nio.channels.FileLock
 */
final class FolderHold {

  private static final Map<Object, FolderHold> HELD = new ConcurrentHashMap<>();

  private final Object folder;

  private FolderHold(Object folder) {
    this.folder = folder;
  }

  /** Takes a folder, by whatever path; null if a store of this JVM has it. */
  static @Nullable FolderHold tryTake(Path folder) throws IOException {
    Object identity = Identity.of(folder);
    FolderHold hold = new FolderHold(identity == null ? folder.toRealPath() : identity);
    return HELD.putIfAbsent(hold.folder, hold) == null ? hold : null;
  }

  void release() {
    HELD.remove(folder, this);
  }
}
