package dev.holdfast.core.call;

/**
 * Carries something that an application keeps by thread (a logging context, a trace) to the other
 * threads on which a call goes on. Found by {@link java.util.ServiceLoader}.
 *
 * <p>What throws here is logged and left out: a call never fails for it.
 */
@FunctionalInterface
public interface ContextCarrier {

  /** Takes what the calling thread has now. Called at most once for each move of a call. */
  Carried capture();

  /** What was taken; entered on any thread, on several at once too. */
  @FunctionalInterface
  interface Carried {

    /** Puts it on the calling thread, until {@link Entered#leave} is called there. */
    Entered enter();
  }

  /** Something put on a thread. */
  @FunctionalInterface
  interface Entered {

    /** Gives the thread back what it had before. */
    void leave();
  }
}
