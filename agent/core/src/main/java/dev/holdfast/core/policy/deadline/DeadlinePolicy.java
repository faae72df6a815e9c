package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.AsyncInTimeStage;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Overtime;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Stage;

/** What {@code @Deadline} makes of the thread of a body: shielded, or another one. */
record DeadlinePolicy(DeadlineSpec spec, Overtime overtime, Workers workers) implements Policy {

  static DeadlinePolicy bind(DeadlineSpec spec, Binding binding) {
    return new DeadlinePolicy(
        spec,
        new Overtime(binding.guard(), binding.services().time(), binding.counts()),
        binding.services().workers());
  }

  @Override
  public Stage around(Stage next) {
    Stage body = spec.interrupts() ? next : new ShieldStage(next);
    return spec.isHandedOver() ? new HandoffStage(overtime, workers, body) : body;
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    AsyncStage body = spec.interrupts() ? next : new AsyncShieldStage(next);
    return spec.isHandedOver()
        ? new AsyncInTimeStage(overtime, workers, new AsyncHandoffStage(overtime, workers, body))
        : body;
  }

  @Override
  public Observer observer() {
    return call -> (result, failure) -> {};
  }
}
