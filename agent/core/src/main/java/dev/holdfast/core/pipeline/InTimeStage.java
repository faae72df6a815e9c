package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * Begins nothing after the deadline in force, and interrupts the calling thread at it. What returns
 * normally all the same stands: an effect is never hidden.
 */
record InTimeStage(Overtime overtime, Stage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    if (!Scopes.isTracked()) {
      return next.call(call);
    }
    Deadline deadline = Scopes.current().deadline();
    return deadline == null ? next.call(call) : until(deadline, call);
  }

  private @Nullable Object until(Deadline deadline, Call call) throws Throwable {
    if (overtime.hasPassed(deadline)) {
      throw overtime.refusal(call, deadline);
    }
    Object result;
    Interruption cut = Interruption.arm(overtime.time(), deadline);
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      cut.disarm();
      throw overtime.judge(call, deadline, failure);
    }
    cut.disarm();
    if (cut.isDue()) {
      overtime.late();
    }
    return result;
  }
}
