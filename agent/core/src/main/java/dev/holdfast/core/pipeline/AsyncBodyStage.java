package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.time.Time;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The innermost stage of a method that returns a future: runs the body and follows its future.
 *
 * <p>A synchronous throw of the body is its failure. One that blocks past the deadline before it
 * returns its future is interrupted, as one that returns a value.
 *
 * @param body the bare body as a stage
 */
record AsyncBodyStage(Stage body, Time time, Workers workers) implements AsyncStage {

  /** What a body that returned no future at all is taken to have answered. */
  static final Object NO_FUTURE = new Object();

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Object returned;
    try {
      returned = begin(call);
    } catch (Throwable failure) {
      return Futures.failed(failure);
    }
    return Futures.isFuture(returned)
        ? Futures.of(returned, workers)
        : CompletableFuture.completedFuture(NO_FUTURE);
  }

  private @Nullable Object begin(Call call) throws Throwable {
    Deadline deadline = Scopes.current().deadline();
    if (deadline == null) {
      return body.call(call);
    }
    Interruption cut = Interruption.arm(time, deadline);
    try {
      return body.call(call);
    } finally {
      cut.disarm();
    }
  }
}
