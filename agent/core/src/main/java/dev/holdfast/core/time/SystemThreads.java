package dev.holdfast.core.time;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes the engine's own threads: daemons without a context class loader, of the topmost thread
 * group, that inherit nothing from the thread that happens to make them, so that none keeps an
 * application alive.
 */
public final class SystemThreads {

  /** Before, a thread keeps the protection domains, and so the class loaders, of all callers. */
  private static final int FIRST_WITHOUT_INHERITED_DOMAINS = 24;

  private SystemThreads() {}

  /** A thread that is not started yet. */
  @SuppressWarnings("removal") // where nothing has come of it yet
  public static Thread daemon(String name, Runnable task) {
    return Runtime.version().feature() < FIRST_WITHOUT_INHERITED_DOMAINS
        ? AccessController.doPrivileged((PrivilegedAction<Thread>) () -> made(name, task))
        : made(name, task);
  }

  private static Thread made(String name, Runnable task) {
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
