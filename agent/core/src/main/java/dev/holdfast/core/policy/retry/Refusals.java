package dev.holdfast.core.policy.retry;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Causes;
import org.jspecify.annotations.Nullable;

/** Tells the caller of a refusal what the call had run into before it was refused. */
final class Refusals {

  private Refusals() {}

  /** Makes the call's last failure the cause of the refusal that ended it, if there was one. */
  static void explain(CallRefusedException refusal, @Nullable Throwable lastFailure) {
    if (lastFailure == null
        || Causes.contains(refusal, lastFailure)
        || Causes.contains(lastFailure, refusal)) {
      return;
    }
    try {
      refusal.initCause(lastFailure);
    } catch (IllegalStateException hasItsCause) {
      refusal.addSuppressed(lastFailure);
    }
  }
}
