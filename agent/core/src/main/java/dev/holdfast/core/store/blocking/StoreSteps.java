package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(StoreSteps.class);

  /** Runs a step; its answer comes within the limit of the patience. */
  <T> CompletableFuture<T> run(
      StoreStep<T> step, Patience patience, Consumer<? super T> whenTooLate) {
    StepRun<T> run = new StepRun<>(this, step, patience, whenTooLate);
    return limited(run, run::submit);
  }

  /** Begins a step; its answer comes within the limit of its patience. */
  <T> CompletableFuture<T> limited(StepRun<T> run, Runnable begin) {
    CompletableFuture<T> answer = run.answer();
    long limitNanos = run.limitNanos();
    Alarm limit =
        time.schedule(limitNanos, () -> answer.completeExceptionally(tooSlow(limitNanos)));
    begin.run();
    answer.whenComplete((value, failure) -> limit.cancel());
    return answer;
  }

  /** Closes the store; a failure of that is no one's any more. */
  void close() {
    try {
      store.close();
    } catch (Exception failure) {
      LOG.debug("{} could not be closed", label, failure);
    }
  }

  void answered(Reachability.Seen seen) {
    if (reachability.answered(seen)) {
      listener.isBack();
    }
  }

  /** The store did not answer; says why. */
  StoreFailure failed(Reachability.Seen seen, Throwable trouble) {
    String reason = secrets.reason(trouble);
    if (reachability.failed(seen, reason)) {
      listener.isAway(reason);
    }
    return secrets.failure(label + " cannot be reached", trouble);
  }

  StoreFailure refusal() {
    return new StoreFailure(label + " cannot be reached: " + reachability.refusal());
  }

  private StoreFailure tooSlow(long limitNanos) {
    return new StoreFailure(label + " did not answer within " + limitNanos / 1_000_000_000L + " s");
  }
}
