package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Workers;

/**
 * Keeps every guarded call to the deadline in force, whoever set it: a policy of the method itself,
 * a call further out, or the request that is being served. Part of every pipeline.
 */
record InTime(Overtime overtime, Workers workers) implements Policy {

  /** Innermost in its ring, so that deadlines of the method itself are in force already. */
  static Layer layer(Binding binding) {
    Services services = binding.services();
    Overtime overtime = new Overtime(binding.guard(), services.time(), binding.counts());
    return new Layer(Ring.THREAD, new InTime(overtime, services.workers()));
  }

  @Override
  public Stage around(Stage next) {
    return new InTimeStage(overtime, next);
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return new AsyncInTimeStage(overtime, workers, next);
  }

  /** Calls inside of others, which may have a deadline, go through the stages anyhow. */
  @Override
  public Express express() {
    return Express.NOTHING;
  }

  @Override
  public Observer observer() {
    return call -> (result, failure) -> {};
  }
}
