package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.keypath.KeyPath;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.PolicySpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in force of {@code @CircuitBreaker} on one method.
 *
 * @param name the breaker that it shares with others; empty: one of its own
 * @param limits when it opens and closes
 * @param types which failures count
 * @param statuses which HTTP responses count as failures
 * @param key where the key comes from that picks the breaker; empty: one for all calls
 * @param maxKeys how many breakers keys may make; at least 1
 * @param obeysDemands whether a server's Retry-After opens it
 */
record BreakerSpec(
    String name,
    BreakerLimits limits,
    Types types,
    Statuses statuses,
    Optional<KeyPath> key,
    int maxKeys,
    boolean obeysDemands)
    implements PolicySpec {

  /** Which failures count, by the binary names of their types. */
  record Types(List<String> on, List<String> not) {

    Types {
      on = List.copyOf(on);
      not = List.copyOf(not);
    }

    FailureTypes matcher() {
      return new FailureTypes(on, not);
    }
  }

  BreakerSpec {
    if (maxKeys < 1) {
      throw new IllegalArgumentException("maxKeys: " + maxKeys + " (expected: >= 1)");
    }
  }

  @Override
  public List<Layer> bind(Binding binding) {
    return List.of(new Layer(Ring.ADMIT, BreakerPolicy.bind(this, binding)));
  }

  /** What methods that share a breaker have to agree on, by attribute. */
  Map<String, Object> shared() {
    Map<String, Object> shared = new LinkedHashMap<>();
    shared.put("window", limits.window());
    shared.put("failureRate", limits.failureRate());
    shared.put("minimumCalls", limits.minimumCalls());
    shared.put("slowCall", Duration.ofNanos(limits.slowNanos()));
    shared.put("slowRate", limits.slowRate());
    shared.put("openFor", Duration.ofNanos(limits.openNanos()));
    shared.put("maxOpenFor", Duration.ofNanos(limits.maxOpenNanos()));
    shared.put("halfOpenCalls", limits.halfOpenCalls());
    shared.put("on", types.on());
    shared.put("not", types.not());
    // The paths themselves may differ as the parameters do.
    shared.put("key", key.isPresent() ? "a key" : "no key");
    shared.put("maxKeys", maxKeys);
    shared.put("statuses", statuses);
    shared.put("retryAfter", obeysDemands);
    return shared;
  }
}
