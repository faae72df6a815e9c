package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.pipeline.AsyncStage;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** As {@link ShieldStage}, until the body has returned its future. */
record AsyncShieldStage(AsyncStage next) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Interruption.shield();
    try {
      return next.call(call);
    } finally {
      Interruption.unshield();
    }
  }
}
