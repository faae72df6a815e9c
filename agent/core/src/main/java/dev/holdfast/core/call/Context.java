package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * What goes with a call to another thread: its scope, its context class loader, and where its
 * caller learns that something was substituted.
 */
public final class Context {

  private final Scope scope;
  private final @Nullable ClassLoader loader;
  private final Degradation degradation;

  private Context(Scope scope, @Nullable ClassLoader loader, Degradation degradation) {
    this.scope = scope;
    this.loader = loader;
    this.degradation = degradation;
  }

  /** What the calling thread has now. */
  public static Context capture() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return Scopes.isTracked()
        ? new Context(Scopes.current(), loader, Scopes.state().degradation.shared())
        : new Context(Scope.NONE, loader, new Degradation());
  }

  /** The scope that was captured. */
  public Scope scope() {
    return scope;
  }

  /**
   * The task, to be run with this context and another scope, on any thread. Guarded calls that it
   * makes are inside the call that was captured.
   */
  public Runnable carry(Scope other, Runnable task) {
    return () -> {
      Thread thread = Thread.currentThread();
      ClassLoader ownLoader = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      Degradation ownDegradation = Scopes.arrive(degradation);
      Scope outer = Scopes.enter(other);
      try {
        task.run();
      } finally {
        Scopes.leave(outer);
        Scopes.depart(ownDegradation);
        thread.setContextClassLoader(ownLoader);
      }
    };
  }

  /** The task, to be run with this context, on any thread. */
  public Runnable carry(Runnable task) {
    return carry(scope, task);
  }
}
