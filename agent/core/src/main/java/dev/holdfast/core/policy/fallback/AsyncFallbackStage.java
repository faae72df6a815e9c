package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers the failures of a method that returns a future. */
record AsyncFallbackStage(Rescue rescue, Workers workers, AsyncStage next) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    CompletableFuture<@Nullable Object> inner = next.call(call);
    boolean isOnCallersThread = inner.isDone();
    if (isOnCallersThread && !inner.isCompletedExceptionally()) {
      return inner;
    }
    if (isOnCallersThread) {
      keepInterrupt(call, Futures.failureOf(inner));
    }
    Context context = Context.capture();
    CompletableFuture<@Nullable Object> outer = new CompletableFuture<>();
    Futures.linkCancel(outer, inner);
    inner.whenComplete(
        (result, failure) -> {
          if (failure == null) {
            outer.complete(result);
          } else {
            new AsyncRescue(rescue, workers, call, Causes.unwrap(failure), context, outer)
                .begin(isOnCallersThread);
          }
        });
    return outer;
  }

  /** As for a value, where the body itself threw it on this thread, in place of a future. */
  private static void keepInterrupt(Call call, @Nullable Throwable failure) {
    if (failure instanceof InterruptedException && failure == call.thrown()) {
      Thread.currentThread().interrupt();
    }
  }
}
