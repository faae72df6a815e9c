package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Workers;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The innermost stage of a method that returns a future: runs the body and follows its future.
 *
 * <p>A synchronous throw of the body is its failure. A plain {@link Future} tells nobody when it is
 * done, so a worker waits for it.
 *
 * @param body the bare body as a stage
 */
record AsyncBodyStage(Stage body, Workers workers) implements AsyncStage {

  /** What a body that returned no future at all is taken to have answered. */
  static final Object NO_FUTURE = new Object();

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Object returned;
    try {
      returned = body.call(call);
    } catch (Throwable failure) {
      return Futures.failed(failure);
    }
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    if (returned instanceof CompletionStage<?> stage) {
      stage.whenComplete((result, failure) -> Futures.complete(outcome, result, failure));
      if (returned instanceof Future<?> inner) {
        Futures.linkCancel(outcome, inner);
      }
    } else if (returned instanceof Future<?> future) {
      Futures.linkCancel(outcome, future);
      watch(future, outcome);
    } else {
      outcome.complete(NO_FUTURE);
    }
    return outcome;
  }

  private void watch(Future<?> future, CompletableFuture<@Nullable Object> outcome) {
    if (future.isDone()) {
      await(future, outcome);
      return;
    }
    try {
      workers.execute(() -> await(future, outcome));
    } catch (RejectedExecutionException noThread) {
      outcome.completeExceptionally(noThread);
    }
  }

  private static void await(Future<?> future, CompletableFuture<@Nullable Object> outcome) {
    try {
      outcome.complete(future.get());
    } catch (ExecutionException | CancellationException failed) {
      Futures.complete(outcome, null, failed);
    } catch (InterruptedException interrupted) {
      outcome.completeExceptionally(interrupted);
    }
  }
}
