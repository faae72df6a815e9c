package dev.holdfast.core.call;

/**
 * Runs application code that cannot run on the caller's thread: attempts of futures from the second
 * on, handed over bodies, watchers of plain futures. All threads are daemons; virtual ones where
 * the JVM has them.
 */
public interface Workers {

  /**
   * Runs the task soon, with nothing of the caller's context: wrap it by {@link Context#carry}.
   *
   * @throws java.util.concurrent.RejectedExecutionException when the JVM cannot start another
   *     thread
   */
  void execute(Runnable task);
}
