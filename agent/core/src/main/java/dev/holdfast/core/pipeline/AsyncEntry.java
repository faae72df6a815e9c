package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Hands a pipeline of futures to callers: the stage that {@link Entry} sees. A future of the body
 * that has succeeded before the body returned is handed on as it is, whatever its class can do.
 */
record AsyncEntry(AsyncStage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) {
    CompletableFuture<@Nullable Object> outcome = next.call(call);
    if (!outcome.isDone()) {
      return withoutMark(outcome);
    }
    if (outcome.isCompletedExceptionally()) {
      return outcome;
    }
    Object result = outcome.join();
    if (result == AsyncBodyStage.NO_FUTURE) {
      return null;
    }
    return call.returned() instanceof Future<?> own && Futures.hasResult(own, result)
        ? own
        : outcome;
  }

  /** A body that returns no future on another thread, or at a later attempt, has ours by then. */
  private static CompletableFuture<@Nullable Object> withoutMark(
      CompletableFuture<@Nullable Object> outcome) {
    CompletableFuture<@Nullable Object> handed = new CompletableFuture<>();
    Futures.linkCancel(handed, outcome);
    outcome.whenComplete(
        (result, failure) ->
            Futures.complete(handed, result == AsyncBodyStage.NO_FUTURE ? null : result, failure));
    return handed;
  }
}
