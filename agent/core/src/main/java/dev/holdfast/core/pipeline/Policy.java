package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/** One policy bound to one method: how it stands around what is further in. */
public interface Policy {

  /** Around a method that returns a value. */
  Stage around(Stage next);

  /** Around a method that returns a future. */
  AsyncStage aroundAsync(AsyncStage next);

  /**
   * The short way past the policy for calls whose first attempt returns a value; null where the
   * policy must see every call.
   */
  default @Nullable Express express() {
    return null;
  }

  /**
   * Whether the policy takes a result for a failure: then it must not be kept with the body's
   * transaction.
   *
   * @throws Throwable what the application's own check throws, noted on the call
   */
  default boolean rejects(Call call, @Nullable Object result) throws Throwable {
    return false;
  }

  /**
   * What watches in {@code holdfast.mode=observe}: it counts and reports what the policy would have
   * done, and changes nothing.
   */
  Observer observer();
}
