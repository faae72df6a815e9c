package dev.holdfast.core.call;

import dev.holdfast.core.time.SystemThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The two kinds of worker threads. Both are made while application code is on the stack, and
 * inherit nothing from it.
 */
final class WorkerThreads {

  private static final String NAME = "holdfast-worker-";

  private WorkerThreads() {}

  /**
   * A virtual thread for each task.
   *
   * @throws LinkageError before Java 21
   */
  static Executor virtual() {
    ThreadFactory factory = virtualFactory();
    return task -> factory.newThread(task).start();
  }

  /**
   * Pooled daemons.
   *
   * @param most how many at once; a task beyond is rejected, because one that waited for a thread
   *     would wait for bodies that may never return
   */
  static Executor pooled(int most) {
    AtomicLong made = new AtomicLong();
    return new ThreadPoolExecutor(
        0,
        most,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> SystemThreads.daemon(NAME + made.getAndIncrement(), task),
        (task, pool) -> {
          throw new RejectedExecutionException(
              "worker threads: " + most + " are busy (expected: fewer than " + most + ")");
        });
  }

  /** Compiled for Java 17, so found by name. */
  private static ThreadFactory virtualFactory() {
    try {
      Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
      Object plain = Thread.class.getMethod("ofVirtual").invoke(null);
      Object named = type.getMethod("name", String.class, long.class).invoke(plain, NAME, 0L);
      Object heirless =
          type.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(named, false);
      return (ThreadFactory) type.getMethod("factory").invoke(heirless);
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("there are no virtual threads here", missing);
    }
  }
}
