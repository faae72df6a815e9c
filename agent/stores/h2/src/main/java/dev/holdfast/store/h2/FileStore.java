package dev.holdfast.store.h2;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.BlockingStore;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;

/**
 * Keeps keys and results in one file. A step is done whole under a lock, and answered when it is on
 * disk; what else is done until then goes to disk with it. A step that changed nothing waits for
 * what it may have seen.
 */
final class FileStore implements BlockingStore {

  private final MVStore file;
  private final LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Entries entries;
  private final GroupSync disk = new GroupSync(this::sync);

  // Guarded by the lock.
  private long changes;

  /**
   * @param clock in milliseconds since 1970
   */
  FileStore(MVStore file, LongSupplier clock) {
    this.file = file;
    this.clock = clock;
    entries = Entries.of(file);
  }

  @Override
  public Claim claim(ClaimRequest request, String owner) {
    return step(now -> entries.claim(request, owner, now));
  }

  @Override
  public Tenure renew(Hold hold, Duration lease) {
    return step(now -> entries.renew(hold, lease, now));
  }

  @Override
  public Tenure settle(Hold hold, Settlement settlement) {
    if (settlement instanceof Settlement.Complete complete) {
      return step(
          now -> entries.settle(hold, Entry.COMPLETED, complete.result(), complete.ttl(), now));
    }
    if (settlement instanceof Settlement.Fail fail) {
      return step(now -> entries.settle(hold, Entry.FAILED, fail.failure(), fail.ttl(), now));
    }
    return step(now -> entries.release(hold, now));
  }

  @Override
  public int sweep(int most) {
    return step(now -> entries.sweep(most, now));
  }

  /** A file that could not be written is closed: only what is read again from disk can be true. */
  @Override
  public boolean distrust() {
    file.closeImmediately();
    return false;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      file.close();
    } finally {
      lock.unlock();
    }
  }

  private <T> T step(Action<T> action) {
    T answer;
    long seen;
    lock.lock();
    try {
      answer = action.at(clock.getAsLong());
      seen = ++changes;
    } finally {
      lock.unlock();
    }
    disk.await(seen);
    return answer;
  }

  /**
   * Each commit writes pages anew, so that most of the file would soon be what is needed no more.
   */
  private long sync() {
    long written;
    lock.lock();
    try {
      file.commit();
      written = changes;
    } finally {
      lock.unlock();
    }
    file.sync();
    return written;
  }

  /** What is done at one moment. */
  @FunctionalInterface
  private interface Action<T> {

    T at(long now);
  }
}
