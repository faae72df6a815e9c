package dev.holdfast.core.policy.deadline;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.Overtime;
import dev.holdfast.core.pipeline.Stage;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * {@code handoff = true}: runs all that is further in on a thread of its own, attempts and what
 * they share included, so that the caller is free at the deadline whatever the body does.
 */
record HandoffStage(Overtime overtime, Workers workers, Stage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Context context = Context.capture();
    Deadline deadline = Objects.requireNonNull(context.scope().deadline());
    Handoff handoff = new Handoff(call, next, deadline, overtime);
    try {
      workers.execute(context.carry(handoff));
    } catch (RejectedExecutionException noThread) {
      throw refusal(overtime.guard(), noThread);
    }
    return handoff.await();
  }

  /** What a call fails with that no thread is there for; running it here could block for ever. */
  static CallRefusedException refusal(String guard, RejectedExecutionException noThread) {
    return new CallRefusedException(
        "deadline",
        guard,
        guard + " was not handed over: " + noThread.getMessage(),
        Duration.ZERO,
        noThread);
  }
}
