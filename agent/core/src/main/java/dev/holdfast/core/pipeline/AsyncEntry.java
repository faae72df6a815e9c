package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands a pipeline of futures to callers: the stage that {@link Entry} sees. */
record AsyncEntry(AsyncStage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) {
    CompletableFuture<@Nullable Object> outcome = next.call(call);
    if (!outcome.isDone()) {
      return withoutMark(outcome);
    }
    boolean hasFailed = outcome.isCompletedExceptionally();
    return !hasFailed && outcome.join() == AsyncBodyStage.NO_FUTURE ? null : outcome;
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
