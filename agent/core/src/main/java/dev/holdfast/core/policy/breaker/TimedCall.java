package dev.holdfast.core.policy.breaker;

/**
 * The permit of a call whose time is taken, given by a closed breaker. The call is counted once:
 * when it ends, or as slow while it is still running. In the second case a failure at its end is
 * added to what was counted.
 *
 * <p>The lock is this call's own, and nothing is called under it but the counters of the window.
 */
final class TimedCall implements Admission.Permit, RunningCall {

  private final Closed admittedBy;
  private final long startNanos;
  private boolean isCounted;
  private long ticket;

  TimedCall(Closed admittedBy, long startNanos) {
    this.admittedBy = admittedBy;
    this.startNanos = startNanos;
  }

  Closed admittedBy() {
    return admittedBy;
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  /** It is still running, and slow by now. */
  synchronized void turnSlow() {
    if (!isCounted) {
      isCounted = true;
      ticket = admittedBy.window().count(false, true);
    }
  }

  /**
   * It has ended, and counts.
   *
   * @return whether a decision may be due
   */
  synchronized boolean end(boolean isFailure, boolean isSlow) {
    Window window = admittedBy.window();
    if (isCounted) {
      if (isFailure) {
        window.fail(ticket);
      }
      return isFailure;
    }
    isCounted = true;
    if (isFailure || isSlow) {
      window.count(isFailure, isSlow);
      return true;
    }
    return window.succeed(admittedBy.limits().minimumCalls());
  }
}
