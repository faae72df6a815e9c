package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.PolicySpec;
import java.util.List;

/**
 * A fallback that is in force.
 *
 * @param answer what answers in the method's place
 * @param on binary names of the failures that are covered
 * @param not binary names of those that are not; the closest wins, {@code not} on a tie
 */
record FallbackSpec(Answer answer, List<String> on, List<String> not) implements PolicySpec {

  FallbackSpec {
    on = List.copyOf(on);
    not = List.copyOf(not);
  }

  /**
   * @throws IllegalStateException if what answers cannot be reached from the guarded method
   */
  @Override
  public List<Layer> bind(Binding binding) {
    Scopes.track();
    Coverage coverage = new Coverage(new FailureTypes(on, not));
    Rescue rescue = Rescue.of(coverage, substitute(binding), binding);
    FallbackPolicy policy =
        new FallbackPolicy(
            rescue, binding.services().workers(), binding.outcome("fallback.would-substitute"));
    return List.of(new Layer(Ring.RESCUE, policy));
  }

  private Substitute substitute(Binding binding) {
    try {
      return answer.bind(binding);
    } catch (ReflectiveOperationException | TypeNotPresentException unreachable) {
      throw new IllegalStateException(
          "the fallback of " + binding.guard() + " cannot be linked: " + unreachable.getMessage(),
          unreachable);
    }
  }
}
