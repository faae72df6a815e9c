package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How the steps of one store are run.
 *
 * @param label the store as messages name it
 */
record StoreSteps(
    String label,
    LazyStore store,
    Executor threads,
    Reachability reachability,
    Secrets secrets,
    ReachabilityListener listener,
    Time time) {

  /** How long anybody waits for one step. */
  static final long LIMIT_NANOS = 5_000_000_000L;

  /** Runs a step; its answer comes within the limit. */
  <T> CompletableFuture<T> run(
      StoreStep<T> step, Patience patience, Consumer<? super T> whenTooLate) {
    StepRun<T> run = new StepRun<>(this, step, patience, whenTooLate);
    CompletableFuture<T> answer = run.answer();
    Alarm limit = time.schedule(LIMIT_NANOS, () -> answer.completeExceptionally(tooSlow()));
    run.submit();
    answer.whenComplete((value, failure) -> limit.cancel());
    return answer;
  }

  void answered(Reachability.Seen seen) {
    if (reachability.answered(seen)) {
      listener.isBack();
    }
  }

  /** The store did not answer; says why. */
  StoreFailure failed(Reachability.Seen seen, Throwable trouble) {
    store.distrust();
    String reason = secrets.reason(trouble);
    if (reachability.failed(seen, reason)) {
      listener.isAway(reason);
    }
    return secrets.failure(label + " cannot be reached", trouble);
  }

  StoreFailure refusal() {
    return new StoreFailure(label + " cannot be reached: " + reachability.refusal());
  }

  private StoreFailure tooSlow() {
    return new StoreFailure(
        label + " did not answer within " + LIMIT_NANOS / 1_000_000_000L + " s");
  }
}
