package dev.holdfast.store.h2;

import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.StoreOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Opens the file of a folder. The operating system lets one process have it, until that process
 * ends, however it ends.
 *
 * @param label the store as messages name it
 * @param clock in milliseconds since 1970
 * @param whenWeak is told how results may be lost
 */
record FileOpener(String label, Path folder, LongSupplier clock, Consumer<String> whenWeak)
    implements StoreOpener {

  private static final String FILE = "holdfast.mv";
  private static final int CACHE_MB = 4;
  private static final long SMALLEST_LIMIT_BYTES = 64L << 20;

  /** A step writes each page that it changes whole. */
  private static final int PAGE_BYTES = 4 << 10;

  @Override
  public BlockingStore open() throws IOException {
    Path file = folder.resolve(FILE);
    requireWritable(file);
    FolderHold hold = FolderHold.tryTake(folder);
    if (hold == null) {
      throw inUse("another store of this process uses %s (expected: one store)");
    }
    try {
      return open(file, hold);
    } catch (Throwable useless) {
      hold.release();
      throw useless;
    }
  }

  private BlockingStore open(Path file, FolderHold hold) throws IOException {
    @Nullable Object before = Identity.of(file);
    try {
      MVStore opened = openFile(file.toString());
      try {
        if (before != null && !before.equals(Identity.of(file))) {
          throw inUse();
        }
        Files.deleteIfExists(Volume.beside(file));
        Volume volume = new Volume(file, opened, SMALLEST_LIMIT_BYTES, hold::release);
        return new FileStore(volume, clock, whenWeak);
      } catch (IOException | RuntimeException useless) {
        opened.closeImmediately();
        throw useless;
      }
    } catch (MVStoreException failure) {
      throw switch (failure.getErrorCode()) {
        case DataUtils.ERROR_FILE_LOCKED -> inUse();
        case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
            new StoreFailure(
                "%s: %s cannot be read: it is damaged, or of another version"
                    .formatted(label, file));
        default -> failure;
      };
    }
  }

  private StoreFailure inUse() {
    return inUse("another process uses %s (expected: one process at a time)");
  }

  private StoreFailure inUse(String how) {
    return new StoreFailure(
        "%s: %s. Give each its own folder, or share jdbc:postgresql: or redis:."
            .formatted(label, how.formatted(folder)));
  }

  /** H2 would open a file that it may not write, and tell only when it writes. */
  private void requireWritable(Path file) {
    try {
      Files.createDirectories(folder);
    } catch (IOException impossible) {
      throw unwritable(" (" + impossible.getClass().getSimpleName() + ")");
    }
    if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
      throw unwritable("");
    }
  }

  private StoreFailure unwritable(String why) {
    return new StoreFailure(
        "%s: %s cannot be written%s (expected: a folder that this process may write)"
            .formatted(label, folder, why));
  }

  /**
   * Nothing is written but by a commit of ours, and always at the end of the file: where H2 writes
   * over what is needed no more, it may pass over the last commits when it opens the file after a
   * kill in the middle of that.
   */
  static MVStore openFile(String path) {
    MVStore file =
        new MVStore.Builder()
            .fileName(path)
            .autoCommitDisabled()
            .cacheSize(CACHE_MB)
            .pageSplitSize(PAGE_BYTES)
            .open();
    file.setVersionsToKeep(0);
    file.setReuseSpace(false);
    return file;
  }
}
