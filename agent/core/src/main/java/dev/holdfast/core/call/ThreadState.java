package dev.holdfast.core.call;

/** What one thread knows of the guarded calls it is in; touched by that thread only. */
final class ThreadState {

  /** The innermost scope. */
  Scope scope = Scope.NONE;

  /** How many guarded calls the thread is in, as far as it was {@linkplain Scopes#track told}. */
  int depth;

  /**
   * How often it is still looked whether the thread is in a call that began before tracking did;
   * zero unless this thread began tracking.
   */
  int looksForUntracked;

  /** What the outermost call that it is in, or was in last, has come to. */
  Outermost outermost = new Outermost();

  /** What cuts this thread. */
  final InterruptionState interruptions;

  /** The calling thread's own. */
  ThreadState() {
    this(new InterruptionState(Thread.currentThread()));
  }

  private ThreadState(InterruptionState interruptions) {
    this.interruptions = interruptions;
  }

  /** The same thread inside a call that began on another one. */
  ThreadState inside(Scope captured, Outermost of) {
    ThreadState inside = new ThreadState(interruptions);
    inside.scope = captured;
    inside.depth = 1;
    inside.outermost = of;
    return inside;
  }
}
