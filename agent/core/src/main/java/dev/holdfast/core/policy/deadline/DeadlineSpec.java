package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.config.DurationText;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.pipeline.TimeLimit;
import dev.holdfast.core.plan.PolicySpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is in force of {@code @Deadline} on one method.
 *
 * @param limit how long a call may take, above zero and at most {@link DurationText#MAX}
 * @param interrupts whether the body may be interrupted, by this deadline or another one
 * @param isHandedOver whether the body runs on a thread of its own
 */
record DeadlineSpec(Duration limit, boolean interrupts, boolean isHandedOver)
    implements PolicySpec {

  DeadlineSpec {
    if (limit.isZero() || limit.isNegative() || limit.compareTo(DurationText.MAX) > 0) {
      throw new IllegalArgumentException(
          "limit: " + limit + " (expected: > 0 and <= " + DurationText.MAX + ")");
    }
  }

  @Override
  public Optional<String> handsOver() {
    return isHandedOver ? Optional.of("handoff") : Optional.empty();
  }

  @Override
  public List<Layer> bind(Binding binding) {
    Layer whole = TimeLimit.layer(limit.toNanos(), binding);
    return interrupts && !isHandedOver
        ? List.of(whole)
        : List.of(whole, new Layer(Ring.THREAD, DeadlinePolicy.bind(this, binding)));
  }
}
