package dev.holdfast.core.policy.idempotent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

/**
 * Waits for futures on a thread of the application. A worker of a fork-join pool that asks a future
 * itself does other tasks of its pool meanwhile, inside of the call that waits: they would find the
 * scope of that call, or wait for its key beneath it. Here it only waits, and its pool may start
 * another worker.
 */
final class Blocking {

  private Blocking() {}

  /** Returns when the future is done, however it has ended. */
  static void await(CompletableFuture<?> future) throws InterruptedException {
    if (!future.isDone()) {
      CountDownLatch done = new CountDownLatch(1);
      future.whenComplete((result, failure) -> done.countDown());
      ForkJoinPool.managedBlock(new Latched(done));
    }
  }

  /** The same, whatever interrupts; that is noted on the thread again. */
  static void insist(CompletableFuture<?> future) {
    boolean isInterrupted = false;
    while (!future.isDone()) {
      try {
        await(future);
      } catch (InterruptedException interrupted) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Latched(CountDownLatch done) implements ForkJoinPool.ManagedBlocker {

    @Override
    public boolean block() throws InterruptedException {
      done.await();
      return true;
    }

    @Override
    public boolean isReleasable() {
      return done.getCount() == 0;
    }
  }
}
