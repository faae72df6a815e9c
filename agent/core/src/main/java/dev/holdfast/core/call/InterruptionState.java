package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * The cuts and shields of one thread.
 *
 * <pre>
 * a cut      falls due            shield goes      disarmed
 * armed      sent, or due if      -                nothing is cleared
 *            there is a shield
 * due        -                    sent; silently,  nothing is cleared
 *                                 if cut otherwise
 * sent       -                    -                flag cleared, unless it was found pending
 *                                                  when sent; set again if an outer cut was sent
 *                                                  meanwhile
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
    if (!cut.hasFoundFlag) {
      Thread.interrupted();
      sendAgain(cut);
    }
    return true;
  }

  synchronized void fallsDue(Interruption cut) {
    cut.isDue = true;
    if (shields == 0 && isArmed(cut)) {
      send(cut);
    }
  }

  synchronized boolean forward(Interruption cut) {
    if (!isArmed(cut)) {
      return false;
    }
    cut.hasFoundFlag = true;
    thread.interrupt();
    return true;
  }

  synchronized boolean hasFired(Interruption cut) {
    return cut.hasFired;
  }

  synchronized @Nullable Deadline soonest() {
    Interruption first = first();
    return first == null ? null : first.deadline();
  }

  synchronized void alsoCut(AlsoCut also) {
    for (Interruption cut = innermost; cut != null; cut = cut.outer) {
      if (cut.also == null) {
        cut.also = new AlsoCut.All();
      }
      cut.also.add(also);
    }
  }

  private @Nullable Interruption first() {
    Interruption first = innermost;
    for (Interruption cut = innermost; cut != null; cut = cut.outer) {
      if (first == null || cut.deadline().atNanos() - first.deadline().atNanos() < 0) {
        first = cut;
      }
    }
    return first;
  }

  synchronized void shield() {
    shields++;
  }

  synchronized boolean isShielded() {
    return shields > 0;
  }

  /** The flag counts as found: the thread was not interrupted, so there is nothing to clear. */
  synchronized void unshieldCut() {
    shields--;
    for (Interruption cut = innermost; cut != null && shields == 0; cut = cut.outer) {
      if (!cut.hasFired && (cut.isDue || cut.deadline().hasFired())) {
        cut.isDue = true;
        cut.hasFired = true;
        cut.hasFoundFlag = true;
        cut.deadline().fire();
      }
    }
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
    cut.hasFoundFlag = thread.isInterrupted();
    cut.hasFired = true;
    cut.sentAs = ++steps;
    cut.deadline().fire();
    thread.interrupt();
    if (cut.also != null) {
      cut.also.forEach(AlsoCut::cut);
    }
  }

  /** Sends outer cuts again whose interrupt has just been cleared together with the inner one. */
  private void sendAgain(Interruption inner) {
    for (Interruption cut = inner.outer; cut != null; cut = cut.outer) {
      if (cut.hasFired && cut.sentAs - inner.armedAs > 0) {
        cut.hasFoundFlag = false;
        thread.interrupt();
      }
    }
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
