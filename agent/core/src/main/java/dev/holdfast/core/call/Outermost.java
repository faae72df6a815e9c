package dev.holdfast.core.call;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of one outermost guarded call share: whether anything inside was answered by a
 * substitute, and on which outcomes nested calls ran out of attempts.
 *
 * <p>It is the calling thread's, and outlives the call until the next one begins. Parts that go on
 * elsewhere (futures, bodies handed over) refer to the same object, so that what happens on one
 * thread is known on the others. Outcomes are held weakly: a thread of a pool may keep this for
 * long, and an outcome's class belongs to an application.
 */
final class Outermost {

  /** Parts of one call that run side by side may each fail; what is older has been judged. */
  private static final int MOST_EXHAUSTED = 8;

  private volatile boolean isDegraded;
  private volatile List<WeakReference<Object>> exhausted = List.of();

  /** Written before the object is handed over, and never back. */
  private boolean isShared;

  boolean isDegraded() {
    return isDegraded;
  }

  void degrade() {
    isDegraded = true;
  }

  synchronized void exhaust(Object outcome) {
    List<WeakReference<Object>> more = new ArrayList<>(exhausted);
    if (more.size() == MOST_EXHAUSTED) {
      more.remove(0);
    }
    more.add(new WeakReference<>(outcome));
    exhausted = List.copyOf(more);
  }

  /** Whether this outcome, or a cause of it, is one on which a call ran out of attempts. */
  boolean isExhausted(Object outcome) {
    return exhausted.stream().anyMatch(reference -> isPartOf(outcome, reference.get()));
  }

  private static boolean isPartOf(Object outcome, @Nullable Object known) {
    if (outcome instanceof Throwable failure && known instanceof Throwable cause) {
      return Causes.contains(failure, cause);
    }
    return known == outcome;
  }

  /** This object, for use by other threads. */
  Outermost shared() {
    isShared = true;
    return this;
  }

  /** What the next outermost call of the thread begins with; this object while it is pristine. */
  Outermost next() {
    return isShared || isDegraded || !exhausted.isEmpty() ? new Outermost() : this;
  }
}
