package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent;
import dev.holdfast.core.call.Ambiguity;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.policy.idempotent.data.ResultCodec;
import dev.holdfast.core.policy.idempotent.data.Unstorable;
import dev.holdfast.core.store.Settlement;
import org.jspecify.annotations.Nullable;

/** What is kept of a call that was made. */
record Endings(IdempotentSpec spec, ResultCodec codec, int longest) {

  /** Of a call that returned. A result that was taken for a failure is none. */
  Settlement returned(Call call, @Nullable Object result) {
    if (call.isRejected()) {
      return call.isAmbiguous() ? unknownOrRelease() : new Settlement.Release();
    }
    try {
      return new Settlement.Complete(codec.returned(result, longest), spec.ttl());
    } catch (Unstorable unstorable) {
      String reason = String.valueOf(unstorable.getMessage());
      return new Settlement.Complete(ResultCodec.unusable(reason), spec.ttl());
    }
  }

  /** Of a call that failed. */
  Settlement threw(Call call, Throwable failure) {
    Throwable raw = Causes.unwrap(failure);
    String remembered = remembered(raw);
    if (remembered != null) {
      return new Settlement.Fail(ResultCodec.threw(remembered, raw.getMessage()), spec.ttl());
    }
    boolean isAmbiguous = call.isAmbiguous() || Ambiguity.installed().isAmbiguous(raw);
    return isAmbiguous && call.hasBegun() ? unknownOrRelease() : new Settlement.Release();
  }

  private Settlement unknownOrRelease() {
    return spec.onUnknown() == Idempotent.OnUnknown.FAIL
        ? new Settlement.Fail(ResultCodec.unknown(), spec.ttl())
        : new Settlement.Release();
  }

  /** The remembered type that is closest to the failure's; null if it is not remembered. */
  private @Nullable String remembered(Throwable failure) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      if (spec.remembered().contains(type.getName())) {
        return type.getName();
      }
    }
    return null;
  }
}
