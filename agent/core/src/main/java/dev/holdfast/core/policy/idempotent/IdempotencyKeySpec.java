package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.PolicySpec;
import java.util.List;

/**
 * A parameter that carries keys.
 *
 * @param name whose keys they are
 * @param parameter its index
 */
record IdempotencyKeySpec(String name, int parameter) implements PolicySpec {

  @Override
  public List<Layer> bind(Binding binding) {
    Scopes.track();
    return List.of(new Layer(Ring.IDENTIFY, IdempotencyKeyPolicy.bind(this, binding)));
  }
}
