package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.pipeline.Stage;
import org.jspecify.annotations.Nullable;

/**
 * {@code interrupt = false}: nothing of ours interrupts the thread while it is further in, neither
 * deadlines nor attempt timeouts, whether they were set further out or by calls inside the body.
 */
record ShieldStage(Stage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Interruption.shield();
    try {
      return next.call(call);
    } finally {
      Interruption.unshield();
    }
  }
}
