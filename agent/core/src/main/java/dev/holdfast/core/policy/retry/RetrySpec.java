package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.pipeline.TimeLimit;
import dev.holdfast.core.plan.PolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@link dev.holdfast.Retry} in force on one method.
 *
 * @param maxAttempts the first included, at least 1
 * @param types which failures are tried again
 * @param statuses which responses are
 * @param onResult the application's judgement of results
 * @param retriesAmbiguous whether what may have had its effect is tried again
 * @param budget the budget's name; empty: the one of the declaring class
 */
record RetrySpec(
    int maxAttempts,
    RetryLimits limits,
    Waits waits,
    Demand demand,
    FailureTypes types,
    Statuses statuses,
    Optional<ResultMethod> onResult,
    boolean retriesAmbiguous,
    String budget)
    implements PolicySpec {

  RetrySpec {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts: " + maxAttempts + " (expected: >= 1)");
    }
  }

  @Override
  public List<Layer> bind(Binding binding) {
    List<Layer> layers = new ArrayList<>();
    if (limits.isDeadline()) {
      layers.add(TimeLimit.layer(limits.wholeNanos(), binding));
    }
    if (!retriesAmbiguous && maxAttempts > 1) {
      layers.add(SendWatch.layer());
    }
    layers.add(new Layer(Ring.REPEAT, RetryPolicy.bind(this, binding)));
    if (limits.attemptNanos().isPresent()) {
      layers.add(new Layer(Ring.LIMIT, AttemptLimit.bind(limits, binding)));
    }
    return layers;
  }
}
