package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * The cuts and shields of one thread.
 *
 * <pre>
 * a cut      falls due            shield goes      disarmed
 * armed      sent, or due if      -                nothing is cleared
 *            there is a shield
 * due        -                    sent             nothing is cleared
 * sent       -                    -                flag cleared, unless it was pending before;
 *                                                  set again if an outer cut was sent meanwhile
 * disarmed   nothing              nothing          -
 * </pre>
 *
 * <p>The lock is what makes sending and disarming exclude each other. It is held during {@link
 * Thread#interrupt()}, which may close a channel that the thread is blocked in; the JDK holds a
 * lock of the thread's own meanwhile, so whoever could wait for this one would wait there already.
 * Only the thread itself and the alarm ever take it.
 */
final class InterruptionState {

  private final Thread thread;
  private @Nullable Interruption innermost;
  private int shields;
  private long steps;

  InterruptionState(Thread thread) {
    this.thread = thread;
  }

  /** The cut that is armed for that very deadline already, held once more; or null. */
  synchronized @Nullable Interruption join(Deadline deadline) {
    for (Interruption cut = innermost; cut != null; cut = cut.outer) {
      if (cut.deadline() == deadline) {
        cut.holders++;
        return cut;
      }
    }
    return null;
  }

  synchronized void push(Interruption cut) {
    cut.outer = innermost;
    cut.armedAs = ++steps;
    innermost = cut;
    if (cut.isDue && shields == 0) {
      send(cut);
    }
  }

  /** Gives up one of several holds; false for the last one. */
  synchronized boolean isHeldFurtherOut(Interruption cut) {
    if (cut.holders == 1) {
      return false;
    }
    cut.holders--;
    return true;
  }

  synchronized boolean pop(Interruption cut) {
    if (cut != innermost) {
      throw new IllegalStateException("a cut was disarmed that is not the innermost one");
    }
    innermost = cut.outer;
    cut.holders = 0;
    if (!cut.hasFired) {
      return false;
    }
    if (!cut.isOverForeign) {
      Thread.interrupted();
      if (wasOuterSentSince(cut)) {
        thread.interrupt();
      }
    }
    return true;
  }

  synchronized void fallsDue(Interruption cut) {
    cut.isDue = true;
    if (shields == 0 && isArmed(cut)) {
      send(cut);
    }
  }

  synchronized void forward(Interruption cut) {
    if (isArmed(cut)) {
      cut.isOverForeign = true;
      thread.interrupt();
    }
  }

  synchronized boolean hasFired(Interruption cut) {
    return cut.hasFired;
  }

  synchronized void shield() {
    shields++;
  }

  synchronized void unshield() {
    shields--;
    if (shields > 0) {
      return;
    }
    for (Interruption cut = innermost; cut != null; cut = cut.outer) {
      if (cut.isDue && !cut.hasFired) {
        send(cut);
      }
    }
  }

  private void send(Interruption cut) {
    cut.isOverForeign = thread.isInterrupted() && !isOurs();
    cut.hasFired = true;
    cut.firedAs = ++steps;
    cut.deadline().fire();
    thread.interrupt();
  }

  /** Whether a pending interrupt is taken to be one that another cut sent. */
  private boolean isOurs() {
    for (Interruption cut = innermost; cut != null; cut = cut.outer) {
      if (cut.hasFired) {
        return !cut.isOverForeign;
      }
    }
    return false;
  }

  private boolean wasOuterSentSince(Interruption cut) {
    for (Interruption other = cut.outer; other != null; other = other.outer) {
      if (other.hasFired && other.firedAs - cut.armedAs > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isArmed(Interruption wanted) {
    for (Interruption cut = innermost; cut != null; cut = cut.outer) {
      if (cut == wanted) {
        return true;
      }
    }
    return false;
  }
}
