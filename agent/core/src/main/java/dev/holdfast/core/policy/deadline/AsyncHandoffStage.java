package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.pipeline.Overtime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a body that returns a future on a thread of its own, so that the caller has its future at
 * once even if the body blocks before it returns its own.
 */
record AsyncHandoffStage(Overtime overtime, Workers workers, AsyncStage next)
    implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    Context context = Context.capture();
    try {
      workers.execute(context.carry(() -> begin(call, outcome)));
    } catch (RejectedExecutionException noThread) {
      outcome.completeExceptionally(HandoffStage.refusal(overtime.guard(), noThread));
    }
    return outcome;
  }

  private void begin(Call call, CompletableFuture<@Nullable Object> outcome) {
    if (!outcome.isDone()) {
      Futures.follow(outcome, next.call(call));
    }
  }
}
