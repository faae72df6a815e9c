package dev.holdfast.core.pipeline;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.EngineFault;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the policies of a method that must not run without them, and to which they cannot
 * be bound.
 *
 * @param isAsync whether the outcome is that of the future which is returned
 */
record RefusalStage(String guard, boolean isAsync, Throwable fault) implements Stage {

  @Override
  public @Nullable Object call(Call call) {
    CallRefusedException refusal = EngineFault.refusal(guard, fault);
    if (isAsync) {
      return Futures.failed(refusal);
    }
    throw refusal;
  }
}
