package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Detour;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The innermost stage of calls that come through a proxy: goes on through it. */
record DetourStage() implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Detour detour = Objects.requireNonNull(call.detour());
    call.begin();
    Object result;
    try {
      result = detour.proceed(call.arguments());
    } catch (Throwable failure) {
      throw call.threw(failure);
    }
    call.returned(result);
    if (detour.isUndone()) {
      call.reject();
    }
    return result;
  }
}
