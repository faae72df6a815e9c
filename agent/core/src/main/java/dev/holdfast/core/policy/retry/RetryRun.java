package dev.holdfast.core.policy.retry;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.GivenUp;
import dev.holdfast.core.call.OuterTransaction;
import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.ServedRequest;
import dev.holdfast.core.policy.retry.Outcome.Failed;
import dev.holdfast.core.policy.retry.Outcome.Rejected;
import dev.holdfast.core.policy.retry.Outcome.Unwanted;
import dev.holdfast.core.policy.retry.RetryDecision.Again;
import dev.holdfast.core.policy.retry.RetryDecision.Stop;
import java.time.Duration;
import java.util.Optional;

/**
 * One call from its first unwanted outcome on: what is decided alike for values and for futures.
 * Used by one thread at a time.
 */
final class RetryRun {

  private final RetryPolicy policy;
  private final RetrySpec spec;
  private final Call call;
  private final Scope scope;
  private final ServedRequest served = Scopes.served();
  private final long begunNanos;
  private Scope inForce;
  private final History history = new History();
  private int attempt = 1;

  /**
   * Whether the key went to the callee by every attempt after which the effect may have happened.
   */
  private boolean isKeyed = true;

  private long attemptBegunNanos;
  private long attemptEndedNanos;
  private long waitNanos;

  /**
   * @param begunNanos when the call began, by the coarse clock
   * @param scope the scope of the first attempt
   */
  RetryRun(RetryPolicy policy, Call call, long begunNanos, Scope scope) {
    this.policy = policy;
    this.spec = policy.spec();
    this.call = call;
    this.scope = scope;
    inForce = scope;
    this.begunNanos = begunNanos;
    attemptBegunNanos = begunNanos;
  }

  /** What follows this outcome of the attempt in hand. */
  RetryDecision decide(Unwanted outcome, boolean isInterrupted) {
    attemptEndedNanos = policy.time().nanoTime();
    Requests requests = inForce.requests();
    boolean isAmbiguous = policy.isAmbiguous(outcome, requests);
    if (isAmbiguous) {
      call.noteAmbiguity();
    }
    if (!outcome.mayRetry() || spec.maxAttempts() == 1 || isGivenUp(outcome)) {
      return Stop.FINAL;
    }
    isKeyed &= !isAmbiguous || (requests != null && requests.hasCarriedKey());
    if (isAmbiguous && !isKeyed && !(spec.retriesAmbiguous() && call.mayRepeatAmbiguous())) {
      return Stop.AMBIGUOUS;
    }
    OuterTransaction outer = OuterTransaction.around(call);
    if (outer != null && outer.isRollbackOnly()) {
      return Stop.ROLLBACK_ONLY;
    }
    if (attempt >= spec.maxAttempts()) {
      return Stop.EXHAUSTED;
    }
    return isInterrupted ? Stop.INTERRUPTED : decideByTime(outcome);
  }

  /** Whether a call further in gave up on it, on a thread of which only the application knows. */
  private boolean isGivenUp(Unwanted outcome) {
    if (outcome instanceof Failed failed) {
      return !spec.types().listsExactly(failed.failure())
          && GivenUp.isOn(failed.failure(), begunNanos);
    }
    Object response = outcome instanceof Rejected rejected ? rejected.result() : null;
    return response != null && GivenUp.isOn(response, begunNanos);
  }

  private RetryDecision decideByTime(Unwanted outcome) {
    long demandedNanos = spec.demand().nanos(outcome.answer(), policy.time().now());
    if (demandedNanos > spec.demand().maxNanos()) {
      return Stop.DEMAND_TOO_LONG;
    }
    double random = policy.random().getAsDouble();
    long nextWaitNanos = spec.waits().nanos(attempt, waitNanos, demandedNanos, random);
    if (nextWaitNanos >= leftNanos(attemptEndedNanos)) {
      return Stop.OUT_OF_TIME;
    }
    return isGranted() ? new Again(nextWaitNanos) : Stop.REFUSED_BY_BUDGET;
  }

  private boolean isGranted() {
    RetryBudget.Answer answer = policy.budget().withdraw();
    if (answer == RetryBudget.Answer.SPENT) {
      policy
          .services()
          .events()
          .publish(
              new RetryEvent.BudgetSpent(
                  policy.guard(), policy.budget().name(), policy.budget().limit()));
    }
    return answer == RetryBudget.Answer.GRANTED;
  }

  /** Whether another attempt may still begin, now that its wait is over. */
  boolean isInTime() {
    return leftNanos(policy.time().nanoTime()) > 0;
  }

  /**
   * Begins the attempt that follows this outcome.
   *
   * @return the scope to run it in
   */
  Scope begin(Unwanted before, Again decision) {
    long now = policy.time().nanoTime();
    if (before instanceof Failed failed) {
      history.add(
          attempt,
          attemptEndedNanos - attemptBegunNanos,
          now - attemptEndedNanos,
          failed.failure());
      call.repeatAfter(failed.failure());
    } else if (before instanceof Rejected rejected) {
      policy.selector().responses().discard(rejected.result());
    }
    if (!spec.limits().isDeadline()) {
      call.endBy(begunNanos + spec.limits().wholeNanos());
    }
    policy.counts().retried();
    waitNanos = decision.waitNanos();
    attemptBegunNanos = now;
    attempt++;
    inForce = scope.again(attempt);
    return inForce;
  }

  /** The call has passed; that is worth counting unless it did at once. */
  void pass() {
    if (attempt > 1) {
      policy.counts().recovered(attempt);
    }
  }

  /** The call ends with this outcome. */
  void end(Unwanted last, Stop stop) {
    policy.counts().stopped(stop, attempt);
    if (last instanceof Failed failed) {
      endWith(failed.failure(), stop);
    } else if (last instanceof Rejected rejected) {
      endWith(rejected, stop);
    }
    if (stop.isExhaustion()) {
      served.exhaust(attempt);
    }
    RetryEvent.Reason.of(stop).ifPresent(reason -> tell(last, reason));
  }

  private void endWith(Rejected rejected, Stop stop) {
    call.reject();
    Object response = rejected.result();
    if (stop.isExhaustion() && rejected.answer().isPresent() && response != null) {
      Scopes.exhaust(response);
      GivenUp.on(response, begunNanos);
    }
  }

  private void endWith(Throwable failure, Stop stop) {
    if (Causes.unwrap(failure) instanceof CallRefusedException refusal) {
      Refusals.explain(refusal, call.failureBefore());
    }
    history.attachTo(failure);
    if (stop.isExhaustion()) {
      Scopes.exhaust(failure);
      if (!history.isShared(failure)) {
        GivenUp.on(failure, begunNanos);
      }
    }
  }

  private void tell(Unwanted last, RetryEvent.Reason reason) {
    Optional<String> failure =
        last instanceof Failed failed
            ? Optional.of(Causes.unwrap(failed.failure()).getClass().getName())
            : Optional.empty();
    Duration elapsed = Duration.ofNanos(Math.max(0, attemptEndedNanos - begunNanos));
    policy
        .services()
        .events()
        .publish(new RetryEvent.Exhausted(policy.guard(), attempt, elapsed, reason, failure));
  }

  private long leftNanos(long nowNanos) {
    long elapsed = Math.max(0, nowNanos - begunNanos);
    long left = spec.limits().coarseNanos() - elapsed;
    Deadline deadline = scope.deadline();
    return deadline == null ? left : Math.min(left, deadline.atNanos() - nowNanos);
  }
}
