package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Express;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Stage;
import java.util.concurrent.atomic.LongAdder;

/**
 * The fallback of one method.
 *
 * @param workers run fallback methods in the place of futures that failed later
 * @param wouldSubstitute counts, while only observing, the failures that are covered
 */
record FallbackPolicy(Rescue rescue, Workers workers, LongAdder wouldSubstitute) implements Policy {

  @Override
  public Stage around(Stage next) {
    return new FallbackStage(rescue, next);
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return new AsyncFallbackStage(rescue, workers, next);
  }

  @Override
  public Express express() {
    return Express.NOTHING;
  }

  @Override
  public Observer observer() {
    return call ->
        (result, failure) -> {
          if (failure != null && rescue.covers(failure)) {
            wouldSubstitute.increment();
          }
        };
  }
}
