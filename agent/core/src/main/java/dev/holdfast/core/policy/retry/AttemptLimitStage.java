package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.pipeline.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts an attempt that takes too long. One that returns normally all the same stands: an
 * effect is never hidden. An error stays what it is.
 */
record AttemptLimitStage(Stage next, AttemptLimit limit) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Optional<AttemptLimit.Limited> attempt = limit.begin(call);
    return attempt.isPresent() ? until(attempt.get(), call) : next.call(call);
  }

  private @Nullable Object until(AttemptLimit.Limited attempt, Call call) throws Throwable {
    Object result;
    Interruption cut = Interruption.arm(limit.services().time(), attempt.end());
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      if (!cut.disarm() || failure instanceof Error) {
        throw failure;
      }
      throw limit.timeout(attempt, failure);
    }
    cut.disarm();
    return result;
  }
}
