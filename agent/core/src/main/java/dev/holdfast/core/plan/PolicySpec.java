package dev.holdfast.core.plan;

import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import java.util.List;
import java.util.Optional;

/** What is in force of one policy on one method: checked, immutable, a record. */
public interface PolicySpec {

  /**
   * Binds the policy to the method, at the method's first call and again whenever configuration
   * changes. State that must survive that (windows, budgets, stores) comes from {@link
   * Binding#state}.
   */
  List<Layer> bind(Binding binding);

  /** The attribute by which calls go to another thread; empty where they stay on their caller's. */
  default Optional<String> handsOver() {
    return Optional.empty();
  }

  /** What it is that calls have to stay on their caller's thread for; empty where there is none. */
  default Optional<String> boundToThread() {
    return Optional.empty();
  }
}
