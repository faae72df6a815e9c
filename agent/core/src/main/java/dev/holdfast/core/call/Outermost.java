package dev.holdfast.core.call;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of one outermost guarded call share: whether anything inside was answered by a
 * substitute, and on which failures nested calls ran out of attempts.
 *
 * <p>It is the calling thread's, and outlives the call until the next one begins. Parts that go on
 * elsewhere (futures, bodies handed over) refer to the same object, so that what happens on one
 * thread is known on the others. Failures are held weakly: a thread of a pool may keep this for
 * long, and a failure's class belongs to an application.
 */
final class Outermost {

  /** Parts of one call that run side by side may each fail; what is older has been judged. */
  private static final int MOST_EXHAUSTED = 8;

  private volatile boolean isDegraded;
  private volatile List<WeakReference<Throwable>> exhausted = List.of();

  /** Written before the object is handed over, and never back. */
  private boolean isShared;

  boolean isDegraded() {
    return isDegraded;
  }

  void degrade() {
    isDegraded = true;
  }

  synchronized void exhaust(Throwable failure) {
    List<WeakReference<Throwable>> more = new ArrayList<>(exhausted);
    if (more.size() == MOST_EXHAUSTED) {
      more.remove(0);
    }
    more.add(new WeakReference<>(failure));
    exhausted = List.copyOf(more);
  }

  /** Whether this failure, or a cause of it, is one on which a call ran out of attempts. */
  boolean isExhausted(Throwable failure) {
    for (WeakReference<Throwable> reference : exhausted) {
      @Nullable Throwable known = reference.get();
      if (known != null && Causes.contains(failure, known)) {
        return true;
      }
    }
    return false;
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
