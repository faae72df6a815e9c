package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Causes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Joins futures so that outcomes go outwards raw and cancellation goes inwards. */
public final class Futures {

  private Futures() {}

  /** Cancels {@code inner} when {@code outer} is cancelled. */
  public static void linkCancel(CompletableFuture<?> outer, Future<?> inner) {
    outer.whenComplete(
        (result, failure) -> {
          if (outer.isCancelled()) {
            inner.cancel(true);
          }
        });
  }

  /** Completes {@code outer} as {@code inner} ends, and cancels {@code inner} with it. */
  public static void follow(
      CompletableFuture<@Nullable Object> outer, CompletableFuture<@Nullable Object> inner) {
    linkCancel(outer, inner);
    inner.whenComplete((result, failure) -> complete(outer, result, failure));
  }

  /** Completes a future with a result, or with the raw failure if there is one. */
  public static void complete(
      CompletableFuture<@Nullable Object> future,
      @Nullable Object result,
      @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(result);
    } else {
      future.completeExceptionally(Causes.unwrap(failure));
    }
  }

  /** A future that has failed already. */
  public static CompletableFuture<@Nullable Object> failed(Throwable failure) {
    return CompletableFuture.failedFuture(failure);
  }
}
