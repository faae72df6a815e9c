package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.store.ClaimDesk;
import dev.holdfast.core.store.Stores;

/** The idempotency of one method. */
record IdempotentPolicy(IdempotentSpec spec, Binding binding) implements Policy {

  @Override
  public Stage around(Stage next) {
    return new IdempotentStage(next, work());
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return new AsyncIdempotentStage(next, work());
  }

  @Override
  public Observer observer() {
    return IdempotentObserver.bind(spec, binding);
  }

  private Deduplication work() {
    ClaimDesk desk = Stores.installed().find(spec.store(), binding.services());
    return Deduplication.bind(spec, binding, desk);
  }
}
