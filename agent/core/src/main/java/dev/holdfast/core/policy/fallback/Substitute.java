package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/** What answers in the place of a method that failed. */
interface Substitute {

  /** Whether it has an answer to that failure. */
  default boolean takes(Throwable failure) {
    return true;
  }

  /** Whether it answers at once and without any code of the application. */
  default boolean isPrompt() {
    return false;
  }

  /**
   * The answer, of the method's return type: of a method that answers later, a future.
   *
   * @throws Throwable what the application's code threw
   */
  @Nullable Object answer(Call call, Throwable failure) throws Throwable;
}
