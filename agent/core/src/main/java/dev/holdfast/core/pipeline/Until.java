package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Follows futures until a moment: whichever comes first, the end or the moment, is what counts.
 *
 * <p>At the moment the future is cancelled, and then ours ends, so that who finds ours ended finds
 * nothing under way. What the application does when its own is cancelled may block: ours waits for
 * that only so long. None of it runs on the thread of the alarms.
 */
public record Until(Time time, Workers workers) {

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /**
   * A future that ends as {@code inner} does, or fails at the moment; cancelling it cancels {@code
   * inner}.
   *
   * @param atNanos the moment on {@link Time#nanoTime()}
   * @param late asked once, at the moment, for what the future fails with
   * @param failed what it fails with where {@code inner} failed first
   */
  public CompletableFuture<@Nullable Object> follow(
      CompletableFuture<@Nullable Object> inner,
      long atNanos,
      Supplier<? extends Throwable> late,
      UnaryOperator<Throwable> failed) {
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    AtomicBoolean hasEnded = new AtomicBoolean();
    Alarm alarm =
        time.scheduleAt(
            atNanos,
            () -> {
              if (hasEnded.compareAndSet(false, true)) {
                expire(inner, outcome, late.get());
              }
            });
    Futures.linkCancel(outcome, inner);
    inner.whenComplete(
        (result, failure) -> {
          if (hasEnded.compareAndSet(false, true)) {
            alarm.cancel();
            if (failure == null) {
              outcome.complete(result);
            } else if (!outcome.isDone()) {
              outcome.completeExceptionally(failed.apply(failure));
            }
          }
        });
    return outcome;
  }

  private void expire(
      CompletableFuture<?> inner, CompletableFuture<@Nullable Object> outcome, Throwable failure) {
    hand(
        () -> {
          Runnable end = () -> outcome.completeExceptionally(failure);
          Alarm patience = time.schedule(PATIENCE_NANOS, () -> hand(end));
          inner.cancel(true);
          patience.cancel();
          end.run();
        });
  }

  private void hand(Runnable task) {
    try {
      workers.execute(task);
    } catch (RejectedExecutionException noThread) {
      task.run();
    }
  }
}
