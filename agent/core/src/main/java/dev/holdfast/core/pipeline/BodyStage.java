package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The innermost stage: runs the method's bare body.
 *
 * @param body of type {@code (Object[])Object}
 */
record BodyStage(MethodHandle body) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    call.begin();
    Throwable replayed = call.replayed();
    if (replayed != null) {
      throw call.threw(replayed);
    }
    Object result;
    try {
      result = (Object) body.invokeExact(call.arguments());
    } catch (Throwable failure) {
      throw call.threw(failure);
    }
    return call.returned(result);
  }
}
