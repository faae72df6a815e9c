package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands a pipeline of futures to callers: the stage that {@link Entry} sees. */
record AsyncEntry(AsyncStage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) {
    CompletableFuture<@Nullable Object> outcome = next.call(call);
    boolean isNull = outcome.isDone() && !outcome.isCompletedExceptionally();
    return isNull && outcome.join() == AsyncBodyStage.NO_FUTURE ? null : outcome;
  }
}
