package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/** What goes with a call to another thread: its scope and its context class loader. */
public final class Context {

  private final Scope scope;
  private final @Nullable ClassLoader loader;

  private Context(Scope scope, @Nullable ClassLoader loader) {
    this.scope = scope;
    this.loader = loader;
  }

  /** What the calling thread has now. */
  public static Context capture() {
    return new Context(Scopes.current(), Thread.currentThread().getContextClassLoader());
  }

  /** The scope that was captured. */
  public Scope scope() {
    return scope;
  }

  /** The task, to be run with this context and another scope, on any thread. */
  public Runnable carry(Scope other, Runnable task) {
    return () -> {
      Thread thread = Thread.currentThread();
      ClassLoader ownLoader = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      Scope outer = Scopes.enter(other);
      try {
        task.run();
      } finally {
        Scopes.leave(outer);
        thread.setContextClassLoader(ownLoader);
      }
    };
  }

  /** The task, to be run with this context, on any thread. */
  public Runnable carry(Runnable task) {
    return carry(scope, task);
  }
}
