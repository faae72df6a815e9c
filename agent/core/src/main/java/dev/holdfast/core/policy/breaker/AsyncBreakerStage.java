package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.Admission.Refused;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The breaker around a method that returns a future. The future that it returns completes after the
 * outcome was counted, so that who goes on from there finds the breaker as it is by then.
 */
record AsyncBreakerStage(BreakerUse use, AsyncStage next) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Breaker breaker = use.breaker(call);
    Admission admission = breaker.admit();
    if (admission instanceof Refused refused) {
      return Futures.failed(use.refuse(breaker, refused));
    }
    UnderDeadline begun = UnderDeadline.begin(call, use, breaker, (Permit) admission);
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    CompletableFuture<@Nullable Object> inner = next.call(call);
    Futures.linkCancel(outcome, inner);
    inner.whenComplete(
        (result, failure) -> {
          if (failure == null) {
            begun.returned(result);
          } else {
            begun.failed(failure, /* isInterrupted= */ false);
          }
          Futures.complete(outcome, result, failure);
        });
    return outcome;
  }
}
