package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.AsyncInTimeStage;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Overtime;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Stage;
import java.util.concurrent.atomic.LongAdder;

/** {@code @Deadline} bound to a method. */
record DeadlinePolicy(
    DeadlineSpec spec, TimeLimit limit, Overtime overtime, Workers workers, LongAdder wouldExceed)
    implements Policy {

  static DeadlinePolicy bind(DeadlineSpec spec, Binding binding) {
    Scopes.track();
    return new DeadlinePolicy(
        spec,
        new TimeLimit(binding.guard(), spec.limit().toNanos(), binding.services().time()),
        new Overtime(binding.guard(), binding.services().time(), binding.counts()),
        binding.services().workers(),
        binding.outcome("deadline.would-exceed"));
  }

  @Override
  public Stage around(Stage next) {
    Stage body = spec.interrupts() ? next : new ShieldStage(next);
    return spec.isHandedOver()
        ? new HandoffStage(limit, overtime, workers, body)
        : new DeadlineStage(limit, body);
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    AsyncStage body = spec.interrupts() ? next : new AsyncShieldStage(next);
    return new AsyncDeadlineStage(
        limit,
        spec.isHandedOver()
            ? new AsyncInTimeStage(
                overtime, workers, new AsyncHandoffStage(overtime, workers, body))
            : body);
  }

  @Override
  public Observer observer() {
    return new DeadlineObserver(limit, wouldExceed);
  }
}
