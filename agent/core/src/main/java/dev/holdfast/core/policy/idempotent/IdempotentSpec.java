package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.Idempotent.OnUnknown;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.policy.idempotent.data.Shapes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is in force of {@link dev.holdfast.Idempotent} on one method.
 *
 * @param isRequired whether a call without a key is refused
 * @param ttl how long results are kept; above zero
 * @param lease how long a key stays with a holder that does not renew it; at least {@link
 *     IdempotentFactory#LEAST_LEASE}
 * @param compared what tells calls with one key apart; empty if nothing does
 * @param results the shapes of what is stored
 * @param store the store's name; empty: the default one
 */
record IdempotentSpec(
    KeySource source,
    boolean isRequired,
    Duration ttl,
    Duration lease,
    Concurrent concurrent,
    OnUnknown onUnknown,
    Optional<Compared> compared,
    Remembered remembered,
    Shapes results,
    String store,
    OnUnavailable onUnavailable)
    implements PolicySpec {

  @Override
  public List<Layer> bind(Binding binding) {
    Scopes.track();
    return isInTransaction()
        ? TransactionPolicy.layers(this, binding)
        : List.of(new Layer(Ring.DEDUPLICATE, new IdempotentPolicy(this, binding)));
  }

  @Override
  public Optional<String> boundToThread() {
    return isInTransaction()
        ? Optional.of("@Idempotent with store = transaction")
        : Optional.empty();
  }

  /** Whether results are kept by the application's own transaction, and not by a store. */
  boolean isInTransaction() {
    return store.equals(IdempotentFactory.TRANSACTION);
  }
}
