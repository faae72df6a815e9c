package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.policy.retry.Outcome.Failed;
import dev.holdfast.core.policy.retry.Outcome.Passed;
import dev.holdfast.core.policy.retry.Outcome.Rejected;
import dev.holdfast.core.policy.retry.Outcome.Unwanted;
import dev.holdfast.core.policy.retry.RetryDecision.Again;
import dev.holdfast.core.policy.retry.RetryDecision.Stop;
import org.jspecify.annotations.Nullable;

/** The attempts from the second on of a method that returns a value, on the caller's thread. */
record RetryLoop(Stage next, RetryPolicy policy) {

  /** The first attempt threw what another one may follow. */
  @Nullable Object again(Call call, long begunNanos, Throwable failure) throws Throwable {
    return again(call, begunNanos, failed(call, failure, true));
  }

  /** The first attempt returned what was rejected. */
  @Nullable Object afterRejected(Call call, long begunNanos, @Nullable Object result)
      throws Throwable {
    return again(call, begunNanos, policy.rejected(result));
  }

  private @Nullable Object again(Call call, long begunNanos, Unwanted first) throws Throwable {
    RetryRun run = new RetryRun(policy, call, begunNanos, Scopes.current());
    Unwanted last = first;
    while (true) {
      RetryDecision decision = wait(run, run.decide(last, Thread.currentThread().isInterrupted()));
      if (decision instanceof Stop stop) {
        run.end(last, stop);
        return outcome(last);
      }
      Outcome outcome = attempt(call, run.begin(last, (Again) decision));
      if (outcome instanceof Passed passed) {
        run.pass();
        return passed.result();
      }
      last = (Unwanted) outcome;
    }
  }

  private RetryDecision wait(RetryRun run, RetryDecision decision) {
    if (!(decision instanceof Again again)) {
      return decision;
    }
    try {
      boolean isWhole = policy.time().sleep(again.waitNanos());
      return isWhole && run.isInTime() ? again : Stop.OUT_OF_TIME;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Stop.INTERRUPTED;
    }
  }

  private Outcome attempt(Call call, Scope scope) throws Throwable {
    Object result;
    Scope outer = Scopes.enter(scope);
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      return failed(call, failure, policy.mayRetry(failure));
    } finally {
      Scopes.leave(outer);
    }
    return policy.judge().rejects(call, result) ? policy.rejected(result) : new Passed(result);
  }

  /** The engine's own faults stop further out, and are not tried again before they get there. */
  private Failed failed(Call call, Throwable failure, boolean mayRetry) {
    return policy.failed(failure, mayRetry && !call.isFault(failure));
  }

  private static @Nullable Object outcome(Unwanted last) throws Throwable {
    if (last instanceof Failed failed) {
      throw failed.failure();
    }
    return ((Rejected) last).result();
  }
}
