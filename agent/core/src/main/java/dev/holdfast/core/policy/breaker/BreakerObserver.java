package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.Admission.Refused;

/**
 * Keeps the breaker as if it were in force. A call that it would refuse runs, and tells nothing:
 * the breaker would not have seen its outcome either.
 *
 * @param isAsync whether calls end on any thread
 */
record BreakerObserver(BreakerUse use, boolean isAsync) implements Observer {

  @Override
  public Watch begin(Call call) {
    Breaker breaker = use.breaker(call);
    Admission admission = breaker.admit();
    if (admission instanceof Refused) {
      use.wouldRefuse().increment();
      return (result, failure) -> {};
    }
    Permit permit = (Permit) admission;
    Deadline deadline = Scopes.current().deadline();
    return (result, failure) -> {
      if (failure != null) {
        boolean isInterrupted = !isAsync && Thread.currentThread().isInterrupted();
        use.failed(breaker, permit, failure, deadline, isInterrupted);
      } else if (isAsync && Futures.isFuture(result)) {
        use.unknown(breaker, permit);
      } else {
        use.returned(breaker, permit, result);
      }
    };
  }
}
