package dev.holdfast.core.pipeline;

import dev.holdfast.CallRefusedException;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.time.DurationWords;
import dev.holdfast.core.time.Time;
import dev.holdfast.core.view.GuardCounts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a guard's calls whose deadline passes, be it their own or inherited.
 *
 * @param guard the guard's name
 * @param counts what is counted of the guard; counters are made when they are first needed, because
 *     most guards never are late
 */
public record Overtime(String guard, Time time, GuardCounts counts) {

  /** Whether the deadline has passed. */
  public boolean hasPassed(Deadline deadline) {
    return deadline.remainingNanos(time) <= 0;
  }

  /** What a call fails with that must not begin any more. */
  public DeadlineExceededException refusal(Call call, Deadline deadline) {
    count("deadline.refused");
    return exceeded(deadline, "was not begun", call.failureBefore());
  }

  /** What a call fails with whose body is left behind, still running. */
  public DeadlineExceededException abandonment(Call call, Deadline deadline) {
    count("deadline.exceeded");
    return exceeded(deadline, "has not returned yet", call.failureBefore());
  }

  /** What a call fails with whose future was not done at the deadline. */
  public DeadlineExceededException cancellation(Call call, Deadline deadline) {
    count("deadline.exceeded");
    return exceeded(deadline, "was cancelled", call.failureBefore());
  }

  /** What a call fails with that returned normally, too late for its result to stand. */
  public DeadlineExceededException lateness(Call call, Deadline deadline) {
    count("deadline.exceeded");
    return exceeded(deadline, "returned too late", call.failureBefore());
  }

  /** A call returned normally after its deadline, and its result stands. */
  public void late() {
    count("deadline.late");
  }

  /**
   * What a failed call fails with in the end: the failure itself, unless it comes after the
   * deadline.
   *
   * <p>Even then some failures say more than that time was up, and stay: errors; refusals, which
   * have their own reasons; an interrupt that was not ours; and that time was up already, from a
   * call further in under the same deadline.
   */
  public Throwable judge(Call call, Deadline deadline, Throwable failure) {
    if (!hasPassed(deadline) || isMoreThanLate(deadline, failure)) {
      return failure;
    }
    count("deadline.exceeded");
    Throwable before = call.failureBefore();
    if (before == null || before == failure) {
      return exceeded(deadline, ending(deadline), failure);
    }
    DeadlineExceededException exceeded = exceeded(deadline, ending(deadline), before);
    exceeded.addSuppressed(failure);
    return exceeded;
  }

  private boolean isMoreThanLate(Deadline deadline, Throwable failure) {
    Throwable raw = Causes.unwrap(failure);
    if (raw instanceof DeadlineExceededException passed) {
      return passed.name().equals(guard) || !deadline.guard().equals(guard);
    }
    return raw instanceof Error
        || raw instanceof CallRefusedException
        || (raw instanceof InterruptedException && !deadline.hasFired());
  }

  private static String ending(Deadline deadline) {
    return deadline.hasFired() ? "was cut" : "failed too late";
  }

  private DeadlineExceededException exceeded(
      Deadline deadline, String ending, @Nullable Throwable cause) {
    String overdue = DurationWords.of(Math.max(0, -deadline.remainingNanos(time)));
    return new DeadlineExceededException(
        guard,
        "deadline of %s has passed (%s ago): %s %s"
            .formatted(deadline.guard(), overdue, guard, ending),
        Duration.ZERO,
        cause);
  }

  private void count(String outcome) {
    counts.outcome(outcome).increment();
  }
}
