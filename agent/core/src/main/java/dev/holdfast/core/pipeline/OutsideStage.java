package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The outermost stage where an application has a copy of our exceptions: what leaves is of its own
 * classes.
 *
 * @param isAsync whether the outcome is that of the future which is returned
 */
record OutsideStage(OwnCopy copy, boolean isAsync, Stage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Object returned;
    try {
      returned = next.call(call);
    } catch (Throwable failure) {
      throw copy.outside(failure);
    }
    return isAsync && returned instanceof CompletableFuture<?> future ? outside(future) : returned;
  }

  private CompletableFuture<?> outside(CompletableFuture<?> future) {
    if (future.isDone() && !future.isCompletedExceptionally()) {
      return future;
    }
    CompletableFuture<@Nullable Object> handed = new CompletableFuture<>();
    Futures.linkCancel(handed, future);
    future.whenComplete(
        (result, failure) ->
            Futures.complete(
                handed, result, failure == null ? null : copy.outside(Causes.unwrap(failure))));
    return handed;
  }
}
