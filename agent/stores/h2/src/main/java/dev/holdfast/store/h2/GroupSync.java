package dev.holdfast.store.h2;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Syncs a file once for all who wait for it. A change made while a sync runs may have missed it,
 * and waits for the next one.
 */
final class GroupSync {

  private final LongSupplier sync;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();

  // Guarded by the lock.
  private long synced;
  private boolean isRunning;

  /**
   * @param sync makes all changes so far durable, and answers which was the last
   */
  GroupSync(LongSupplier sync) {
    this.sync = sync;
  }

  /**
   * Returns when a change is durable.
   *
   * @param change its number; those before it have smaller ones
   */
  void await(long change) {
    lock.lock();
    try {
      while (synced < change) {
        if (isRunning) {
          done.awaitUninterruptibly();
        } else {
          runOnce();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs it outside of the lock, so that others can line up. */
  private void runOnce() {
    isRunning = true;
    long covered = synced;
    lock.unlock();
    try {
      covered = sync.getAsLong();
    } finally {
      lock.lock();
      isRunning = false;
      synced = covered;
      done.signalAll();
    }
  }
}
