package dev.holdfast.core.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes on which calls ran out of attempts, with the moment at which each call began: where
 * the application itself carries an outcome from thread to thread, by its own executor, the object
 * is all that tells a guard further out that it comes from further in.
 *
 * <p>Held weakly, and by identity. An object that two calls gave up on is shared by them, and tells
 * nothing of either.
 */
public final class GivenUp {

  private static final Map<Outcome, Mark> MARKS = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();

  /** When the call began that gave up; shared: several have. */
  private record Mark(long begunNanos, boolean isShared) {}

  private GivenUp() {}

  /**
   * A call ran out of attempts on this failure, or on this response.
   *
   * @param begunNanos when the call began, by the coarse clock
   */
  public static void on(Object outcome, long begunNanos) {
    for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      MARKS.remove(gone);
    }
    MARKS.merge(
        new Outcome(outcome, GONE),
        new Mark(begunNanos, false),
        (before, now) -> new Mark(begunNanos, true));
  }

  /**
   * Whether a call that began no earlier ran out of attempts on this failure, on a cause of it, or
   * on this response.
   *
   * @param sinceNanos when the asking call began, by the coarse clock
   */
  public static boolean isOn(Object outcome, long sinceNanos) {
    return outcome instanceof Throwable failure
        ? Causes.find(failure, cause -> isMarked(cause, sinceNanos)) != null
        : isMarked(outcome, sinceNanos);
  }

  private static boolean isMarked(Object outcome, long sinceNanos) {
    Mark mark = MARKS.get(new Outcome(outcome, null));
    return mark != null && !mark.isShared && mark.begunNanos - sinceNanos >= 0;
  }

  private static final class Outcome extends WeakReference<Object> {

    private final int hash;

    Outcome(Object outcome, @Nullable ReferenceQueue<Object> queue) {
      super(outcome, queue);
      hash = System.identityHashCode(outcome);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Outcome outcome && get() != null && outcome.refersTo(get()));
    }
  }
}
