package dev.holdfast.core.policy.deadline;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.pipeline.Overtime;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.policy.deadline.HandoffEnd.Abandoned;
import dev.holdfast.core.policy.deadline.HandoffEnd.Returned;
import dev.holdfast.core.policy.deadline.HandoffEnd.Threw;
import dev.holdfast.core.time.Alarm;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call that a worker runs while its caller waits, as if the body ran on the caller's thread: an
 * interrupt of the caller goes to the body, and one that the body leaves behind comes back.
 *
 * <p>The worker has a copy of the call, so that one that is left behind can go on with it while the
 * caller comes to its own end.
 */
final class Handoff implements Runnable {

  /** How long a body that was cut is given to say what it was cut in. */
  static final long LAST_WORDS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Call call;
  private final Call handedOver;
  private final Stage next;
  private final Deadline deadline;
  private final Overtime overtime;

  /** Of the two ends that there may be, the first one counts. */
  private final BlockingQueue<HandoffEnd> ends = new ArrayBlockingQueue<>(1);

  // Guarded by this.
  private @Nullable Interruption cut;
  private boolean isInterruptedEarly;

  Handoff(Call call, Stage next, Deadline deadline, Overtime overtime) {
    this.call = call;
    this.handedOver = call.handOver();
    this.next = next;
    this.deadline = deadline;
    this.overtime = overtime;
  }

  /** The worker's side. */
  @Override
  public void run() {
    Interruption armed = Interruption.arm(overtime.time(), deadline);
    begin(armed);
    Object result = null;
    Throwable thrown = null;
    try {
      result = next.call(handedOver);
    } catch (Throwable failure) {
      thrown = failure;
    }
    armed.disarm();
    boolean isInterrupted = Thread.interrupted();
    ends.offer(
        thrown == null ? new Returned(result, isInterrupted) : new Threw(thrown, isInterrupted));
  }

  /** The caller's side: the outcome of the call, once it is there or the deadline has passed. */
  @Nullable Object await() throws Throwable {
    HandoffEnd end = end();
    if (end instanceof Abandoned) {
      DeadlineExceededException left = overtime.abandonment(handedOver, deadline);
      handedOver.abandon(left);
      throw left;
    }
    call.takeBack(handedOver);
    if (end instanceof Threw threw) {
      throw CallerTrace.appendTo(threw.failure());
    }
    if (overtime.hasPassed(deadline)) {
      throw overtime.lateness(call, deadline);
    }
    return ((Returned) end).result();
  }

  /** The end, with the caller's interrupt flag as the body would have left it. */
  private HandoffEnd end() {
    Alarm abandon =
        overtime
            .time()
            .scheduleAt(deadline.atNanos() + LAST_WORDS_NANOS, () -> ends.offer(new Abandoned()));
    boolean isForwarded = false;
    boolean isKept = false;
    while (true) {
      try {
        HandoffEnd end = ends.take();
        abandon.cancel();
        if (isKept || end.isInterrupted() || (isForwarded && end instanceof Abandoned)) {
          Thread.currentThread().interrupt();
        }
        return end;
      } catch (InterruptedException interrupted) {
        // At the deadline the worker cuts the body itself, and who interrupts here may be the
        // same deadline, armed further out.
        boolean isSent = !overtime.hasPassed(deadline) && forward();
        isForwarded |= isSent;
        isKept |= !isSent;
      }
    }
  }

  private synchronized void begin(Interruption armed) {
    cut = armed;
    if (isInterruptedEarly) {
      armed.forward();
    }
  }

  private synchronized boolean forward() {
    Interruption armed = cut;
    if (armed == null) {
      isInterruptedEarly = true;
      return true;
    }
    return armed.forward();
  }
}
