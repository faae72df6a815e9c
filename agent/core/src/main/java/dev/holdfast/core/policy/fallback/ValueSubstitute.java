package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.policy.fallback.value.Value;
import org.jspecify.annotations.Nullable;

/** Answers alike to every call. */
record ValueSubstitute(Value value) implements Substitute {

  @Override
  public boolean isPrompt() {
    return value.isPrompt();
  }

  @Override
  public @Nullable Object answer(Call call, Throwable failure) throws Throwable {
    return value.make();
  }
}
