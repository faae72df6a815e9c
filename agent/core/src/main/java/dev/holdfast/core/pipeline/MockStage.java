package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * The outermost stage of a method that a library of test doubles has made its own: what that
 * library answers passes by the guard. What an answer calls of the same class in turn passes too,
 * because the library must not be asked twice.
 *
 * @param owner the class that declares the method
 */
record MockStage(Mocks mocks, Class<?> owner, boolean isStatic, Stage body, Stage guarded)
    implements Stage {

  private static final ThreadLocal<@Nullable Class<?>> ANSWERING = new ThreadLocal<>();

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    if (isStatic) {
      return ANSWERING.get() == owner ? body.call(call) : callStatic(call);
    }
    Object instance = call.arguments()[0];
    return instance != null && mocks.isMock(instance) ? body.call(call) : guarded.call(call);
  }

  private @Nullable Object callStatic(Call call) throws Throwable {
    if (!mocks.isMockedStatic(owner)) {
      return guarded.call(call);
    }
    Class<?> outer = ANSWERING.get();
    ANSWERING.set(owner);
    try {
      return body.call(call);
    } finally {
      if (outer == null) {
        ANSWERING.remove();
      } else {
        ANSWERING.set(outer);
      }
    }
  }
}
