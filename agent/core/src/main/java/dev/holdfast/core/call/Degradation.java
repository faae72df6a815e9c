package dev.holdfast.core.call;

/**
 * Whether anything inside one outermost call was answered by a substitute.
 *
 * <p>It is the calling thread's, and outlives the call until the next one begins. Parts of the call
 * that go on elsewhere (futures, bodies handed over) share it, so that the caller learns of a
 * substitute on another thread too.
 */
final class Degradation {

  private volatile boolean hasHappened;

  /** Written before the object is handed over, and never back. */
  private boolean isShared;

  boolean hasHappened() {
    return hasHappened;
  }

  void happen() {
    hasHappened = true;
  }

  /** This object, for use by other threads. */
  Degradation shared() {
    isShared = true;
    return this;
  }

  /** What the next outermost call of the thread begins with; this object while it is pristine. */
  Degradation next() {
    return isShared || hasHappened ? new Degradation() : this;
  }
}
