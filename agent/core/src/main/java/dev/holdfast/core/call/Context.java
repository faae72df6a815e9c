package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * What goes with a call to another thread: its scope, its context class loader, what the {@link
 * ContextCarrier}s take along, and what the parts of the outermost call share.
 */
public final class Context {

  private final Scope scope;
  private final Outermost outermost;
  private final ServedRequest served;
  private final @Nullable ClassLoader loader;
  private final ContextCarrier.Carried carried;

  private Context(
      Scope scope,
      Outermost outermost,
      ServedRequest served,
      @Nullable ClassLoader loader,
      ContextCarrier.Carried carried) {
    this.scope = scope;
    this.outermost = outermost;
    this.served = served;
    this.loader = loader;
    this.carried = carried;
  }

  /** What the calling thread has now. */
  public static Context capture() {
    Scopes.track();
    return new Context(
        Scopes.current(),
        Scopes.state().outermost.shared(),
        Scopes.served(),
        Thread.currentThread().getContextClassLoader(),
        ContextCarriers.installed().capture());
  }

  /** The scope that was captured. */
  public Scope scope() {
    return scope;
  }

  /** As {@link Scopes#exhaust}, for the call that was captured, from any thread. */
  public void exhaust(Object outcome) {
    outermost.exhaust(outcome);
  }

  /** As {@link Scopes#isExhausted}, for the call that was captured, from any thread. */
  public boolean isExhausted(Object outcome) {
    return outermost.isExhausted(outcome);
  }

  /** As {@link Scopes#degrade}, for the call that was captured, from any thread. */
  public void degrade() {
    outermost.degrade();
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
      ThreadState own = Scopes.arrive(other, outermost, served);
      ContextCarrier.Entered entered = carried.enter();
      try {
        task.run();
      } finally {
        entered.leave();
        Scopes.depart(own);
        thread.setContextClassLoader(ownLoader);
      }
    };
  }

  /** The task, to be run with this context, on any thread. */
  public Runnable carry(Runnable task) {
    return carry(scope, task);
  }
}
