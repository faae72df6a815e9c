package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A step around a method that returns a future. It never throws: failures complete the future, with
 * the raw failure and not inside a {@code CompletionException}. Cancelling the future that it
 * returns cancels what is in flight below ({@link Futures#linkCancel}).
 */
@FunctionalInterface
public interface AsyncStage {

  /** Begins the call; the future is completed with the outcome. */
  CompletableFuture<@Nullable Object> call(Call call);
}
