package dev.holdfast.core.call;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JVM's own threads: virtual ones since Java 21, before that a bounded pool. */
public final class SystemWorkers implements Workers {

  private static final Logger LOG = LoggerFactory.getLogger(SystemWorkers.class);

  /** Enough for every body that hangs to be noticed before this is. */
  static final int MOST_POOLED = 1_000;

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private final Executor threads;

  /** Starts nothing yet. */
  public SystemWorkers() {
    this(
        Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS
            ? WorkerThreads.virtual()
            : WorkerThreads.pooled(MOST_POOLED));
  }

  SystemWorkers(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(() -> run(task));
    } catch (OutOfMemoryError noThread) {
      throw new RejectedExecutionException("the JVM cannot start another thread", noThread);
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      LOG.error("a task of a worker failed", failure);
    }
  }
}
