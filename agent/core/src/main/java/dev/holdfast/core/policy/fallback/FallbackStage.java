package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import org.jspecify.annotations.Nullable;

/** Answers the failures of a method that returns a value. */
record FallbackStage(Rescue rescue, Stage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    try {
      return next.call(call);
    } catch (Throwable failure) {
      if (failure instanceof InterruptedException) {
        // Who threw it cleared the flag; whether covered or not, the interrupt is the caller's.
        Thread.currentThread().interrupt();
      }
      if (rescue.covers(failure)) {
        return answer(call, failure);
      }
      rescue.notCovered().increment();
      throw failure;
    }
  }

  private @Nullable Object answer(Call call, Throwable failure) throws Throwable {
    if (call.isFault(failure)) {
      throw failure;
    }
    Object answer;
    try {
      answer = rescue.answer(call, failure);
    } catch (Throwable second) {
      throw call.threw(rescue.failed(failure, second));
    }
    rescue.substituted().increment();
    Scopes.degrade();
    return answer;
  }
}
