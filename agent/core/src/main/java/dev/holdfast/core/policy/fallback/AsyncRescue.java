package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.Futures;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call whose future has failed.
 *
 * <p>A future that had failed when the method returned is answered on the caller's thread. One that
 * fails later may do so on an event loop or a timer: there no code of the application is run, but
 * on a worker, with the caller's context.
 *
 * @param failure the raw failure
 * @param context what the caller's thread had
 * @param outer what the caller was given
 */
record AsyncRescue(
    Rescue rescue,
    Workers workers,
    Call call,
    Throwable failure,
    Context context,
    CompletableFuture<@Nullable Object> outer) {

  private static final Logger LOG = LoggerFactory.getLogger(AsyncRescue.class);

  /** Answers the failure if it is covered; the future is completed in any case, now or later. */
  void begin(boolean isOnCallersThread) {
    if (outer.isDone()) {
      return;
    }
    try {
      if (!rescue.covers(failure)) {
        rescue.notCovered().increment();
        outer.completeExceptionally(failure);
      } else if (isOnCallersThread) {
        answer();
      } else if (rescue.substitute().isPrompt()) {
        context.carry(this::answer).run();
      } else {
        workers.execute(context.carry(this::answer));
      }
    } catch (RejectedExecutionException noThread) {
      outer.completeExceptionally(rescue.failed(failure, noThread));
    } catch (RuntimeException | LinkageError fault) {
      LOG.warn("a fault of the agent in a fallback; the application goes on", fault);
      outer.completeExceptionally(failure);
    }
  }

  private void answer() {
    if (outer.isDone()) {
      return;
    }
    CompletableFuture<@Nullable Object> answer;
    try {
      Object future = rescue.answer(call, failure);
      answer =
          Futures.of(
              Objects.requireNonNull(future, "the fallback returned null (expected: a future)"),
              workers);
    } catch (Throwable second) {
      outer.completeExceptionally(rescue.failed(failure, second));
      return;
    }
    Futures.linkCancel(outer, answer);
    answer.whenComplete(this::end);
  }

  private void end(@Nullable Object result, @Nullable Throwable second) {
    if (second != null) {
      outer.completeExceptionally(rescue.failed(failure, Causes.unwrap(second)));
      return;
    }
    rescue.substituted().increment();
    context.degrade();
    outer.complete(result);
  }
}
