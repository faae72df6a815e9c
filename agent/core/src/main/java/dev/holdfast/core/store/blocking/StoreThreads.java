package dev.holdfast.core.store.blocking;

import dev.holdfast.core.time.SystemThreads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one store: few daemons that end when they are idle. Their context class loader is
 * the one that the store comes from, because clients of stores look for services there.
 */
final class StoreThreads {

  /** As many steps wait for a thread as duplicates may well ask for at once, and no more. */
  static final int LONGEST_QUEUE = 10_000;

  private static final long IDLE_SECONDS = 30;

  private StoreThreads() {}

  /**
   * @param name of the store
   * @param most threads at once
   * @throws RejectedExecutionException from the executor, when its queue is full
   */
  static ThreadPoolExecutor of(String name, int most, ClassLoader loader) {
    AtomicInteger made = new AtomicInteger();
    ThreadPoolExecutor threads =
        new Pool(
            most,
            task -> {
              String threadName = "holdfast-store-" + name + made.getAndIncrement();
              Thread thread = SystemThreads.daemon(threadName, task);
              thread.setContextClassLoader(loader);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Also rejects a task for which the JVM cannot start a thread. */
  static final class Pool extends ThreadPoolExecutor {

    Pool(int most, ThreadFactory factory) {
      super(
          most,
          most,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(LONGEST_QUEUE),
          factory);
    }

    @Override
    public void execute(Runnable task) {
      try {
        super.execute(task);
      } catch (OutOfMemoryError noThread) {
        throw new RejectedExecutionException("the JVM cannot start another thread", noThread);
      }
    }
  }
}
