package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent;
import dev.holdfast.core.call.KeyPath;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.policy.idempotent.data.Shapes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Idempotency that is in force.
 *
 * @param name part of the stored key
 * @param compared the shapes of the parameters that are compared, by their indexes
 * @param scope what the key is combined with
 * @param remembered binary names of failures that are kept
 * @param store the name of the store, empty for the default one
 * @param results the shapes of results
 */
record IdempotentSpec(
    String name,
    KeyPath key,
    boolean isRequired,
    Duration ttl,
    Idempotent.Concurrent concurrent,
    Duration lease,
    Idempotent.OnUnknown onUnknown,
    Map<Integer, Shapes> compared,
    Optional<KeyPath> scope,
    List<String> remembered,
    String store,
    Idempotent.OnUnavailable onUnavailable,
    Shapes results)
    implements PolicySpec {

  IdempotentSpec {
    compared = Map.copyOf(compared);
    remembered = List.copyOf(remembered);
  }

  @Override
  public List<Layer> bind(Binding binding) {
    Scopes.track();
    return List.of(new Layer(Ring.DEDUPLICATE, IdempotentPolicy.bind(this, binding)));
  }
}
