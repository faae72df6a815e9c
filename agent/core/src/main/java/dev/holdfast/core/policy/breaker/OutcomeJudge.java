package dev.holdfast.core.policy.breaker;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.FailureTypes.Listed;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.Responses;
import dev.holdfast.core.call.SecurityFailures;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.time.Time;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says what an outcome tells about the callee. What the caller, a guard or a deadline further out
 * did to the call tells nothing; what this guard's own limits cut was too slow.
 *
 * @param guard the guard, to tell its own deadline from an inherited one
 * @param types which failures count
 * @param statuses which HTTP responses count as failures
 * @param obeysDemands whether a server's Retry-After matters
 */
record OutcomeJudge(
    String guard,
    FailureTypes types,
    Statuses statuses,
    boolean obeysDemands,
    Responses responses,
    Time time) {

  /** Clients round what is left of a deadline to their own units. */
  private static final long ROUNDING = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long NO_DEMAND = 0;

  /** What a result tells: an HTTP response by its status, all else is a success. */
  Verdict result(@Nullable Object result) {
    return statuses.isEmpty()
        ? Verdict.SUCCESS
        : responses.in(result).map(this::answer).orElse(Verdict.SUCCESS);
  }

  /**
   * What a failure tells.
   *
   * @param deadline the deadline that was in force
   * @param isInterrupted whether the thread that ran the call has an interrupt pending
   */
  Verdict failure(Throwable thrown, @Nullable Deadline deadline, boolean isInterrupted) {
    Throwable failure = Causes.unwrap(thrown);
    if (failure instanceof CallRefusedException || SecurityFailures.include(failure)) {
      return Verdict.NEUTRAL;
    }
    if (deadline != null && isCut(failure, deadline)) {
      return overdue(deadline);
    }
    Listed listed = types.closest(thrown);
    if (listed == Listed.NOT) {
      return Verdict.NEUTRAL;
    }
    if (failure instanceof AttemptTimeoutException) {
      return Verdict.FAILURE;
    }
    if (isInterrupted || isCancelled(failure)) {
      return Verdict.NEUTRAL;
    }
    return listed(thrown, listed);
  }

  /** What it tells that the call had come to nothing that stands when the deadline passed. */
  Verdict overdue(Deadline deadline) {
    return deadline.guard().equals(guard) ? Verdict.FAILURE : Verdict.NEUTRAL;
  }

  /** Whether the deadline has passed. */
  boolean isPast(Deadline deadline) {
    return deadline.remainingNanos(time) <= 0;
  }

  private Verdict listed(Throwable thrown, Listed listed) {
    Optional<HttpAnswer> answer =
        statuses.isEmpty() && !obeysDemands ? Optional.empty() : responses.carriedBy(thrown);
    if (answer.isPresent() && !statuses.isEmpty() && !types.listsExactly(thrown)) {
      return answer(answer.get());
    }
    return listed == Listed.ON
        ? Verdict.failure(answer.map(this::demandNanos).orElse(NO_DEMAND))
        : Verdict.SUCCESS;
  }

  private Verdict answer(HttpAnswer answer) {
    return statuses.contains(answer.status())
        ? Verdict.failure(demandNanos(answer))
        : Verdict.SUCCESS;
  }

  private long demandNanos(HttpAnswer answer) {
    return obeysDemands ? answer.retryAfterNanos(time.now()).orElse(NO_DEMAND) : NO_DEMAND;
  }

  /** Whether the deadline cut the call, or a timeout did that the deadline had shortened. */
  private boolean isCut(Throwable failure, Deadline deadline) {
    return deadline.hasFired() || (isTimeout(failure) && deadline.remainingNanos(time) <= ROUNDING);
  }

  /** Mostly by name: clients and drivers have their own. */
  private static boolean isTimeout(Throwable failure) {
    return Causes.find(
            failure,
            cause ->
                cause instanceof InterruptedIOException
                    || cause.getClass().getSimpleName().contains("Timeout"))
        != null;
  }

  private static boolean isCancelled(Throwable failure) {
    return failure instanceof CancellationException
        || Causes.find(
                failure,
                cause ->
                    cause instanceof InterruptedException
                        || cause instanceof ClosedByInterruptException)
            != null;
  }
}
