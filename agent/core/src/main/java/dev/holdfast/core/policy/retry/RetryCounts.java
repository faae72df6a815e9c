package dev.holdfast.core.policy.retry;

import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.policy.retry.RetryDecision.Stop;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * What is counted of a retry. Calls that pass at once are not counted here: they are the rest.
 *
 * @param outcomes the counters of a guard, as {@link Binding#outcome} finds them
 */
record RetryCounts(Function<String, LongAdder> outcomes) {

  /** Calls with more attempts are counted together. */
  private static final int MOST_ATTEMPTS = 16;

  /** An attempt after the first begins. */
  void retried() {
    outcome("retried").increment();
  }

  /** A call has passed, but not at once. */
  void recovered(int attempts) {
    outcome("recovered").increment();
    took(attempts);
  }

  /** A call has not passed. */
  void stopped(Stop stop, int attempts) {
    outcome(stop.outcome()).increment();
    took(attempts);
  }

  /** The counter of an outcome. */
  LongAdder outcome(String name) {
    return outcomes.apply("retry." + name);
  }

  private void took(int attempts) {
    outcome("attempts-" + Math.min(attempts, MOST_ATTEMPTS)).increment();
  }
}
