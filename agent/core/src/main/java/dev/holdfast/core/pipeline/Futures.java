package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Joins futures so that outcomes go outwards raw and cancellation goes inwards. */
public final class Futures {

  private Futures() {}

  /**
   * What an application's future comes to; cancelling it cancels that future. A plain {@link
   * Future} tells nobody when it is done, so a worker waits for it. Where the application's own
   * class throws in place of telling its end, that is the end.
   *
   * @param future a {@link CompletionStage} or a {@link Future}
   * @throws IllegalArgumentException if it is neither
   */
  public static CompletableFuture<@Nullable Object> of(@Nullable Object future, Workers workers) {
    if (!isFuture(future)) {
      throw new IllegalArgumentException("future: " + future + " (expected: a future)");
    }
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    if (future instanceof Future<?> inner) {
      linkCancel(outcome, inner);
    }
    try {
      if (future instanceof CompletionStage<?> stage) {
        stage.whenComplete((result, failure) -> complete(outcome, result, failure));
      } else if (future instanceof Future<?> plain) {
        watch(plain, outcome, workers);
      }
    } catch (Throwable failure) {
      complete(outcome, null, failure);
    }
    return outcome;
  }

  /** Whether the end of a call is that of this result, in one way or the other. */
  public static boolean isFuture(@Nullable Object result) {
    return result instanceof CompletionStage<?> || result instanceof Future<?>;
  }

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

  /** What a future has failed with, raw; null if it has not failed. */
  public static @Nullable Throwable failureOf(CompletableFuture<?> future) {
    return future.isCompletedExceptionally()
        ? future.handle((result, failure) -> Causes.unwrap(failure)).join()
        : null;
  }

  /** Whether this is what stands for a body that returned null in place of a future. */
  public static boolean isAbsent(@Nullable Object result) {
    return result == AsyncBodyStage.NO_FUTURE;
  }

  /** Whether a future has succeeded already, with exactly that result. */
  static boolean hasResult(Future<?> future, @Nullable Object result) {
    try {
      return future.isDone() && !future.isCancelled() && future.get() == result;
    } catch (ExecutionException | RuntimeException failedOrUnsupported) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void watch(
      Future<?> future, CompletableFuture<@Nullable Object> outcome, Workers workers) {
    if (future.isDone()) {
      await(future, outcome);
    } else {
      workers.execute(() -> await(future, outcome));
    }
  }

  private static void await(Future<?> future, CompletableFuture<@Nullable Object> outcome) {
    try {
      outcome.complete(future.get());
    } catch (Throwable failure) {
      complete(outcome, null, failure);
    }
  }
}
