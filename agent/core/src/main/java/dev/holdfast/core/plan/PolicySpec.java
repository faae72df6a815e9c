package dev.holdfast.core.plan;

import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import java.util.List;

/** What is in force of one policy on one method: checked, immutable, a record. */
public interface PolicySpec {

  /**
   * Binds the policy to the method, at the method's first call and again whenever configuration
   * changes. State that must survive that (windows, budgets, stores) comes from {@link
   * Binding#state}.
   */
  List<Layer> bind(Binding binding);
}
