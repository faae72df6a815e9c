package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/** What one thread knows of the guarded calls it is in; touched by that thread only. */
final class ThreadState {

  /** The innermost scope. */
  Scope scope = Scope.NONE;

  /** How many guarded calls the thread is in. */
  int depth;

  /** Whether anything inside the last outermost call was substituted. */
  Degradation degradation = new Degradation();

  /** The failure on which a nested guarded call ran out of attempts. */
  @Nullable Throwable exhausted;

  private @Nullable InterruptionState interruptions;

  /** What cuts this thread; made when it is first asked for, by the thread itself. */
  InterruptionState interruptions() {
    InterruptionState made = interruptions;
    if (made == null) {
      made = new InterruptionState(Thread.currentThread());
      interruptions = made;
    }
    return made;
  }
}
