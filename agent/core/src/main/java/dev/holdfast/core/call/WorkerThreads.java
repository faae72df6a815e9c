package dev.holdfast.core.call;

import dev.holdfast.core.time.SystemThreads;
import java.security.AccessController;
import java.security.PrivilegedAction;
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
        task -> unprivileged(NAME + made.getAndIncrement(), task),
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

  /**
   * A thread that does not remember who is on the stack now: up to Java 23 a thread keeps the
   * protection domains, and with them the class loaders, of all callers.
   */
  @SuppressWarnings("removal") // never called on a Java version that has virtual threads
  private static Thread unprivileged(String name, Runnable task) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>) () -> SystemThreads.daemon(name, task));
  }
}
