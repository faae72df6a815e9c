package dev.holdfast.store.h2;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Copies all entries into a new file while the old one is used on: some at a time, and each map in
 * its own order, so that each page is written once. What changes meanwhile is changed in both.
 * Guarded by the lock of the store.
 */
final class Rewrite {

  private static final int BATCH = 5_000;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final Entries from;
  private final Entries to;
  private final MVStore file;
  private boolean hasEnds;
  private boolean isComplete;
  private @Nullable String last;

  /**
   * @param file the new one, empty
   */
  Rewrite(Entries from, MVStore file) {
    this.from = from;
    this.file = file;
    to = Entries.of(file);
  }

  /** The new file. */
  MVStore file() {
    return file;
  }

  /** Whether there is nothing to copy any more. */
  boolean isComplete() {
    return isComplete;
  }

  /** Copies some more. */
  void copySome() {
    boolean isWhole =
        hasEnds ? copySome(from.calls(), to.calls()) : copySome(from.ends(), to.ends());
    file.commit();
    if (isWhole) {
      isComplete = hasEnds;
      hasEnds = true;
      last = null;
    }
  }

  /** An entry has changed, or come, or gone. */
  void changed(String digest) {
    to.set(digest, from.calls().get(digest));
  }

  /**
   * Copies what is no entry, and makes all of it durable.
   *
   * @param limit how large the file may become now
   */
  Entries finish(long limit) {
    to.copyFacts(from, limit);
    file.commit();
    file.sync();
    return to;
  }

  /** The new file is not wanted any more. */
  void abandon() {
    file.closeImmediately();
  }

  private boolean copySome(MVMap<String, String> source, MVMap<String, String> target) {
    Cursor<String, String> rest = source.cursor(last);
    int characters = 0;
    for (int count = 0; count < BATCH && characters < BATCH_CHARACTERS; count++) {
      if (!rest.hasNext()) {
        return true;
      }
      last = rest.next();
      target.put(last, rest.getValue());
      characters += rest.getValue().length();
    }
    return false;
  }
}
