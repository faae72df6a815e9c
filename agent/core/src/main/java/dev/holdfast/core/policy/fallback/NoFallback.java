package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.plan.PolicySpec;
import java.util.List;

/**
 * What a fallback on a type is to the very method that it names: nothing. Also what a fallback with
 * problems is, which is never bound.
 */
record NoFallback() implements PolicySpec {

  static final NoFallback INSTANCE = new NoFallback();

  @Override
  public List<Layer> bind(Binding binding) {
    return List.of();
  }
}
