package dev.holdfast.core.call;

/** What one thread knows of the guarded calls it is in; touched by that thread only. */
final class ThreadState {

  /** The innermost scope. */
  Scope scope = Scope.NONE;

  /** How many guarded calls the thread is in, as far as it was {@linkplain Scopes#track told}. */
  int depth;

  /** What the outermost call that it is in, or was in last, has come to. */
  Outermost outermost = new Outermost();

  /** Whether an outermost call before that one was substituted, ever. */
  boolean wasDegraded;

  /** The request that the thread serves, or served last. */
  ServedRequest served = ServedRequest.NONE;

  /** What cuts this thread. */
  final InterruptionState interruptions;

  /** The calling thread's own. */
  ThreadState() {
    this(new InterruptionState(Thread.currentThread()));
  }

  private ThreadState(InterruptionState interruptions) {
    this.interruptions = interruptions;
  }

  /** An outermost call begins. */
  void beginOutermost() {
    wasDegraded |= outermost.isDegraded();
    outermost = outermost.next();
  }

  /** The same thread inside a call that began on another one. */
  ThreadState inside(Scope captured, Outermost of, ServedRequest request) {
    ThreadState inside = new ThreadState(interruptions);
    inside.scope = captured;
    inside.depth = 1;
    inside.outermost = of;
    inside.served = request;
    return inside;
  }
}
