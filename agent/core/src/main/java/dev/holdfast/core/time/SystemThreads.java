package dev.holdfast.core.time;

/**
 * Makes the engine's own threads: daemons without a context class loader, of the topmost thread
 * group, that inherit nothing from the thread that happens to make them, so that none keeps an
 * application alive.
 */
public final class SystemThreads {

  private SystemThreads() {}

  /** A thread that is not started yet. */
  public static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(topmost(), task, name, 0, /* inheritThreadLocals= */ false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }

  private static ThreadGroup topmost() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
