package dev.holdfast.store.h2;

import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.StoreOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Opens the file of a folder. The operating system lets one process have it, until that process
 * ends, however it ends.
 *
 * @param label the store as messages name it
 * @param clock in milliseconds since 1970
 */
record FileOpener(String label, Path folder, LongSupplier clock) implements StoreOpener {

  private static final String FILE = "holdfast.mv";
  private static final int CACHE_MB = 4;

  @Override
  public BlockingStore open() throws IOException {
    Files.createDirectories(folder);
    try {
      return new FileStore(openFile(), clock);
    } catch (MVStoreException failure) {
      throw switch (failure.getErrorCode()) {
        case DataUtils.ERROR_FILE_LOCKED ->
            new StoreFailure(
                "%s: another process uses %s (expected: one process at a time). Give each its own folder, or share jdbc:postgresql: or redis:."
                    .formatted(label, folder));
        case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
            new StoreFailure(
                "%s: %s cannot be read: it is damaged, or of another version"
                    .formatted(label, folder.resolve(FILE)));
        default -> failure;
      };
    }
  }

  /** Nothing is written but by a commit of ours. */
  private MVStore openFile() {
    MVStore file =
        new MVStore.Builder()
            .fileName(folder.resolve(FILE).toString())
            .autoCommitDisabled()
            .cacheSize(CACHE_MB)
            .open();
    file.setVersionsToKeep(0);
    return file;
  }
}
