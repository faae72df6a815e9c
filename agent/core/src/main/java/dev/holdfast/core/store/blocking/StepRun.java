package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.StoreFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * One step on its way: run on a thread of the store, and again if there was trouble. Whoever asked
 * waits no longer than the limit; the step may go on without them.
 */
final class StepRun<T> implements Runnable {

  private static final long FIRST_DELAY_NANOS = 50_000_000L;

  private final StoreSteps steps;
  private final StoreStep<T> step;
  private final Patience patience;
  private final Consumer<? super T> whenTooLate;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final long beganNanos;

  /** How often the store was asked; handed from thread to thread by executor and alarm. */
  private int tries;

  /**
   * @param whenTooLate gets an answer for which nobody waits any more
   */
  StepRun(StoreSteps steps, StoreStep<T> step, Patience patience, Consumer<? super T> whenTooLate) {
    this.steps = steps;
    this.step = step;
    this.patience = patience;
    this.whenTooLate = whenTooLate;
    beganNanos = steps.time().nanoTime();
  }

  CompletableFuture<T> answer() {
    return answer;
  }

  long limitNanos() {
    return patience.limitNanos();
  }

  void submit() {
    try {
      steps.threads().execute(this);
    } catch (RejectedExecutionException full) {
      refuse();
    }
  }

  /** Too many wait already. What may not be lost comes again. */
  void refuse() {
    later(
        new StoreFailure(
            "%s is busy: %d steps wait for it"
                .formatted(steps.label(), StoreThreads.LONGEST_QUEUE)));
  }

  @Override
  public void run() {
    Reachability.Seen seen = steps.reachability().admit();
    if (seen == null) {
      goOn(steps.refusal());
      return;
    }
    T value;
    try {
      value = steps.store().ask(step);
    } catch (StoreFailure answered) {
      steps.answered(seen);
      answer.completeExceptionally(answered);
      return;
    } catch (Throwable trouble) {
      fail(steps.failed(seen, trouble));
      return;
    }
    steps.answered(seen);
    succeed(value);
  }

  /** The store gave this. */
  void succeed(T value) {
    if (!answer.complete(value)) {
      whenTooLate.accept(value);
    }
  }

  /** The store was asked, and there was trouble. */
  void fail(StoreFailure failure) {
    tries++;
    goOn(failure);
  }

  /** Tries again, at once or later, or gives up. */
  void goOn(StoreFailure failure) {
    if (tries < patience.tries() && isWanted() && steps.reachability().leftNanos() == 0) {
      submit();
    } else {
      later(failure);
    }
  }

  private boolean isWanted() {
    return !answer.isDone() || !longest().isZero();
  }

  /** Who asked is told at once where patience is at its end; the step may go on without them. */
  private void later(StoreFailure failure) {
    if (patience.longest().isZero()) {
      answer.completeExceptionally(failure);
    }
    if (steps.time().nanoTime() - beganNanos < longest().toNanos()) {
      long waitNanos = Math.max(FIRST_DELAY_NANOS, steps.reachability().leftNanos());
      steps.time().schedule(waitNanos, this::submit);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  /** A step that was never tried has not got through. */
  private Duration longest() {
    return patience.longest().isZero() && tries > 0 ? patience.afterwards() : patience.longest();
  }
}
