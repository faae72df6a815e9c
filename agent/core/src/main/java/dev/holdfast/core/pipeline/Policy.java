package dev.holdfast.core.pipeline;

/** One policy bound to one method: how it stands around what is further in. */
public interface Policy {

  /** Around a method that returns a value. */
  Stage around(Stage next);

  /** Around a method that returns a future. */
  AsyncStage aroundAsync(AsyncStage next);

  /**
   * What watches in {@code holdfast.mode=observe}: it counts and reports what the policy would have
   * done, and changes nothing.
   */
  Observer observer();
}
