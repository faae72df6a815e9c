package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.pipeline.Until;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Cancels the future of an attempt that takes too long, and interrupts a body that has returned
 * none by then. A future that is done when the body returns stands, however late.
 */
record AsyncAttemptLimitStage(AsyncStage next, AttemptLimit limit) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Optional<AttemptLimit.Limited> attempt = limit.begin(call);
    return attempt.isPresent() ? until(attempt.get(), call) : next.call(call);
  }

  private CompletableFuture<@Nullable Object> until(AttemptLimit.Limited attempt, Call call) {
    CompletableFuture<@Nullable Object> inner;
    boolean wasCut;
    Interruption cut = Interruption.arm(limit.services().time(), attempt.end());
    try {
      inner = next.call(call);
    } finally {
      wasCut = cut.disarm();
    }
    if (!inner.isDone()) {
      return new Until(limit.services().time(), limit.services().workers())
          .follow(
              inner,
              attempt.end().atNanos(),
              () -> limit.timeout(attempt, null),
              UnaryOperator.identity());
    }
    Throwable failure = wasCut ? Futures.failureOf(inner) : null;
    return failure == null || failure instanceof Error
        ? inner
        : Futures.failed(limit.timeout(attempt, failure));
  }
}
