package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Replay;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.Admission.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The breaker around a method that returns a value.
 *
 * @param judgesResults whether a result may be a response that counts as a failure
 */
record BreakerStage(BreakerUse use, boolean judgesResults, Stage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Breaker breaker = use.breaker(call);
    Replay replay = call.replay();
    Admission admission = replay == null ? breaker.admit() : breaker.permitOf(replay.token());
    if (admission instanceof Refused refused) {
      throw use.refuse(breaker, refused);
    }
    Permit permit = (Permit) admission;
    if (call.isHandedOver()) {
      return handedOver(call, UnderDeadline.begin(call, use, breaker, permit));
    }
    Object result;
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      use.threw(breaker, permit, failure);
      throw failure;
    }
    if (judgesResults) {
      use.returned(breaker, permit, result);
    } else {
      breaker.succeed(permit);
    }
    return result;
  }

  private @Nullable Object handedOver(Call call, UnderDeadline begun) throws Throwable {
    Object result;
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      begun.failed(failure, Thread.currentThread().isInterrupted());
      throw failure;
    }
    begun.returned(result);
    return result;
  }
}
