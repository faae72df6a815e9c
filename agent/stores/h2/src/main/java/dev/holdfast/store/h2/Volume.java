package dev.holdfast.store.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that is in use, and for a time the new one that takes its place when it has grown to
 * several times what is in it. Each commit writes whole pages anew, and what they replace is used
 * again late and in part; of MVStore's own ways to compact its file none left it so that the last
 * commits before a kill were found again. Guarded by the lock of the store.
 */
final class Volume {

  private static final Logger LOG = LoggerFactory.getLogger(Volume.class);
  private static final String NEW = ".new";
  private static final int GROWTH = 4;

  private final Path path;
  private final long smallest;
  private final Runnable whenClosed;
  private MVStore file;
  private @Nullable Object identity;
  private Entries entries;
  private long limit;
  private @Nullable Rewrite rewrite;

  /**
   * @param file open under that path
   * @param smallest how large the file may be in any case, in bytes
   */
  Volume(Path path, MVStore file, long smallest, Runnable whenClosed) throws IOException {
    this.path = path;
    this.file = file;
    this.smallest = smallest;
    this.whenClosed = whenClosed;
    identity = Identity.of(path);
    entries = Entries.of(file);
    limit = Math.max(smallest, entries.limit().orElse(smallest));
  }

  Entries entries() {
    return entries;
  }

  /** The entry of a digest may have changed. */
  void changed(String digest) {
    if (rewrite != null) {
      rewrite.changed(digest);
    }
  }

  /** Where the file is. */
  Path path() {
    return path;
  }

  /**
   * Whether the next process will find this file: nobody has removed it, or put another one in its
   * place.
   */
  boolean isInPlace() {
    try {
      return Objects.equals(identity, Identity.of(path));
    } catch (IOException unknown) {
      return true;
    }
  }

  /**
   * Writes what has changed; here the new file takes its place.
   *
   * @return what is to be synced
   */
  MVStore commit() {
    if (rewrite != null && rewrite.isComplete()) {
      replace(rewrite);
    } else {
      file.commit();
    }
    return file;
  }

  /** Whether it is time for {@link #begin}. */
  boolean isTooLarge() {
    return rewrite == null && file.getFileStore().size() > limit;
  }

  /**
   * Begins a new file.
   *
   * @return whether that was possible; if not, the old one may grow on for a while
   */
  boolean begin() {
    try {
      Path fresh = beside(path);
      Files.deleteIfExists(fresh);
      rewrite = new Rewrite(entries, FileOpener.openFile(fresh.toString()));
      return true;
    } catch (IOException | MVStoreException impossible) {
      LOG.debug("{} cannot be written anew", path, impossible);
      growOn();
      return false;
    }
  }

  /**
   * Copies some more.
   *
   * @return the new file, to be synced; null if there is none, or nothing more to copy
   */
  @Nullable MVStore copySome() {
    if (rewrite == null || rewrite.isComplete()) {
      return null;
    }
    rewrite.copySome();
    return rewrite.file();
  }

  /** The new file could not be written: the old one may grow on for a while. */
  void abandon() {
    if (rewrite != null) {
      growOn();
      drop();
    }
  }

  private void growOn() {
    limit = GROWTH * file.getFileStore().size();
  }

  /** Lets the files go as they are. */
  void closeImmediately() {
    drop();
    try {
      file.closeImmediately();
    } finally {
      whenClosed.run();
    }
  }

  void close() {
    drop();
    try {
      file.close();
    } finally {
      whenClosed.run();
    }
  }

  private void drop() {
    Rewrite dropped = rewrite;
    rewrite = null;
    if (dropped != null) {
      dropped.abandon();
      try {
        Files.deleteIfExists(beside(path));
      } catch (IOException left) {
        LOG.debug("{} is left", beside(path), left);
      }
    }
  }

  /** Both files hold all that was answered, whichever of them a crash leaves under the name. */
  private void replace(Rewrite done) {
    long allowed = Math.max(smallest, GROWTH * done.file().getFileStore().size());
    Entries copied;
    @Nullable Object fresh;
    try {
      copied = done.finish(allowed);
      fresh = Identity.of(beside(path));
      Files.move(beside(path), path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | MVStoreException impossible) {
      LOG.debug("{} cannot be replaced", path, impossible);
      abandon();
      file.commit();
      return;
    }
    syncFolder();
    MVStore old = file;
    rewrite = null;
    file = done.file();
    identity = fresh;
    entries = copied;
    limit = allowed;
    try {
      old.closeImmediately();
    } catch (MVStoreException useless) {
      LOG.debug("the file that was replaced cannot be closed", useless);
    }
  }

  private void syncFolder() {
    try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where the new file of a file is until it takes its place. */
  static Path beside(Path path) {
    return path.resolveSibling(path.getFileName() + NEW);
  }
}
