package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The innermost stage of a method that returns a future: runs the body and follows its future.
 *
 * <p>A synchronous throw of the body is its failure.
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
    return returned instanceof CompletionStage<?> || returned instanceof Future<?>
        ? Futures.of(returned, workers)
        : CompletableFuture.completedFuture(NO_FUTURE);
  }
}
