package dev.holdfast.store.h2;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.ClaimStep;
import dev.holdfast.core.store.blocking.SettleStep;
import dev.holdfast.core.time.SystemThreads;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps keys and results in one file. A step is done whole under a lock, and answered when it is on
 * disk; what else is done until then goes to disk with it. A step that changed nothing waits for
 * what it may have seen. A file that has grown too large is written anew meanwhile.
 */
final class FileStore implements BlockingStore {

  private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

  private final LongSupplier clock;
  private final Consumer<String> whenWeak;
  private final ReentrantLock lock = new ReentrantLock();
  private final GroupSync disk = new GroupSync(this::sync);
  private final AtomicBoolean isGone = new AtomicBoolean();

  // Guarded by the lock.
  private final Volume volume;
  private long changes;

  /**
   * @param clock in milliseconds since 1970
   * @param whenWeak is told how results may be lost
   */
  FileStore(Volume volume, LongSupplier clock, Consumer<String> whenWeak) {
    this.volume = volume;
    this.clock = clock;
    this.whenWeak = whenWeak;
  }

  @Override
  public Claim claim(ClaimRequest request, String owner) {
    return durably(() -> step(request.key(), (entries, now) -> entries.claim(request, owner, now)));
  }

  @Override
  public List<@Nullable Claim> claimAll(List<ClaimStep> claims) {
    return durably(
        () -> {
          List<@Nullable Claim> answers = new ArrayList<>();
          for (ClaimStep claim : claims) {
            ClaimRequest request = claim.request();
            answers.add(
                step(request.key(), (entries, now) -> entries.claim(request, claim.owner(), now)));
          }
          return answers;
        });
  }

  @Override
  public Tenure renew(Hold hold, Duration lease) {
    return durably(() -> step(hold.key(), (entries, now) -> entries.renew(hold, lease, now)));
  }

  @Override
  public Tenure settle(Hold hold, Settlement settlement) {
    return durably(() -> step(hold.key(), settling(hold, settlement)));
  }

  @Override
  public List<@Nullable Tenure> settleAll(List<SettleStep> calls) {
    return durably(
        () -> {
          List<@Nullable Tenure> answers = new ArrayList<>();
          for (SettleStep call : calls) {
            answers.add(step(call.hold().key(), settling(call.hold(), call.settlement())));
          }
          return answers;
        });
  }

  /** What is swept while the file is written anew may be in the new one, to be swept there. */
  @Override
  public int sweep(int most) {
    return durably(() -> volume.entries().sweep(most, clock.getAsLong()));
  }

  /** A file that could not be written is closed: only what is read again from disk can be true. */
  @Override
  public boolean distrust() {
    lock.lock();
    try {
      volume.closeImmediately();
    } finally {
      lock.unlock();
    }
    return false;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      volume.close();
    } finally {
      lock.unlock();
    }
  }

  private static Action<Tenure> settling(Hold hold, Settlement settlement) {
    if (settlement instanceof Settlement.Complete complete) {
      return (entries, now) ->
          entries.settle(hold, Entry.COMPLETED, complete.result(), complete.ttl(), now);
    }
    if (settlement instanceof Settlement.Fail fail) {
      return (entries, now) -> entries.settle(hold, Entry.FAILED, fail.failure(), fail.ttl(), now);
    }
    return (entries, now) -> entries.release(hold, now);
  }

  private <T> T durably(Supplier<T> steps) {
    T answer;
    long seen;
    lock.lock();
    try {
      answer = steps.get();
      seen = ++changes;
    } finally {
      lock.unlock();
    }
    disk.await(seen);
    return answer;
  }

  /** Called under the lock. */
  private <T> T step(StoredKey key, Action<T> action) {
    T answer = action.on(volume.entries(), clock.getAsLong());
    volume.changed(key.digest());
    return answer;
  }

  private long sync() {
    MVStore file;
    long written;
    boolean begins;
    lock.lock();
    try {
      file = volume.commit();
      written = changes;
      begins = volume.isTooLarge() && volume.begin();
    } finally {
      lock.unlock();
    }
    file.sync();
    requireInPlace();
    if (begins) {
      SystemThreads.daemon("holdfast-store-rewrite", this::rewrite).start();
    }
    return written;
  }

  /**
   * What is written to a file that nobody finds again is not kept, and another process may have the
   * folder by now.
   */
  private void requireInPlace() {
    String path;
    lock.lock();
    try {
      if (volume.isInPlace()) {
        return;
      }
      path = volume.path().toString();
    } finally {
      lock.unlock();
    }
    if (isGone.compareAndSet(false, true)) {
      whenWeak.accept(path + " was removed or replaced while it was used (expected: let alone)");
    }
    throw new UncheckedIOException(
        new NoSuchFileException(path, null, "it was removed or replaced"));
  }

  /** Fills the new file; the next commit puts it in the place of the old one. */
  private void rewrite() {
    try {
      for (MVStore file = copySome(); file != null; file = copySome()) {
        file.sync();
      }
    } catch (RuntimeException failure) {
      LOG.debug("the file could not be written anew", failure);
      lock.lock();
      try {
        volume.abandon();
      } finally {
        lock.unlock();
      }
    }
  }

  private @Nullable MVStore copySome() {
    lock.lock();
    try {
      return volume.copySome();
    } finally {
      lock.unlock();
    }
  }

  /** What is done at one moment. */
  @FunctionalInterface
  private interface Action<T> {

    T on(Entries entries, long now);
  }
}
