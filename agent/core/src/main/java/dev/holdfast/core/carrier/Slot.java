package dev.holdfast.core.carrier;

import dev.holdfast.core.call.ContextCarrier;
import org.jspecify.annotations.Nullable;

/** One thing that a library keeps for each thread. */
interface Slot {

  /** What the calling thread has; null for nothing. */
  @Nullable Object get() throws ReflectiveOperationException;

  /** Puts it on the calling thread. */
  Undo put(@Nullable Object value) throws ReflectiveOperationException;

  /** Gives the thread back what it had before. */
  @FunctionalInterface
  interface Undo {

    /** Called once, on the same thread. */
    void run() throws ReflectiveOperationException;
  }

  /** Takes what the calling thread has now. */
  default ContextCarrier.Carried capture() {
    try {
      Object value = get();
      return () -> enter(value);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private ContextCarrier.Entered enter(@Nullable Object value) {
    try {
      Undo undo = put(value);
      return () -> leave(undo);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static void leave(Undo undo) {
    try {
      undo.run();
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
