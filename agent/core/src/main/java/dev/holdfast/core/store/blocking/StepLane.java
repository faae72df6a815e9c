package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to the store for steps of one kind. Those that come while the store is busy with earlier
 * ones are asked together, in one round trip and one commit; who comes alone is asked alone, and at
 * once. A step whose group failed is tried again by itself, so that none fails because of another.
 *
 * @param <Q> what is asked for
 * @param <T> the answer
 */
final class StepLane<Q, T> {

  /** While the store writes for one group, the next one is on its way to it. */
  private static final int MOST_RUNNERS = 2;

  /** Enough to share a commit; few enough to be answered soon. */
  private static final int MOST_TOGETHER = 32;

  private final StoreSteps steps;
  private final Alone<Q, T> alone;
  private final Together<Q, T> together;
  private final Patience patience;
  private final LinkedBlockingQueue<Waiting<Q, T>> waiting =
      new LinkedBlockingQueue<>(StoreThreads.LONGEST_QUEUE);
  private final AtomicInteger runners = new AtomicInteger();

  StepLane(StoreSteps steps, Patience patience, Alone<Q, T> alone, Together<Q, T> together) {
    this.steps = steps;
    this.patience = patience;
    this.alone = alone;
    this.together = together;
  }

  /** Asks; the answer comes within the limit of the lane's patience. */
  CompletableFuture<T> run(Q asked, Consumer<? super T> whenTooLate) {
    StepRun<T> run = new StepRun<>(steps, store -> alone.ask(store, asked), patience, whenTooLate);
    return steps.limited(run, () -> enter(new Waiting<>(asked, run)));
  }

  private void enter(Waiting<Q, T> step) {
    if (waiting.offer(step)) {
      startRunner();
    } else {
      step.run.refuse();
    }
  }

  private void startRunner() {
    int running = runners.get();
    while (running < MOST_RUNNERS) {
      if (runners.compareAndSet(running, running + 1)) {
        submit();
        return;
      }
      running = runners.get();
    }
  }

  private void submit() {
    try {
      steps.threads().execute(this::serve);
    } catch (RejectedExecutionException full) {
      runners.decrementAndGet();
      for (Waiting<Q, T> step : next()) {
        step.run.refuse();
      }
    }
  }

  /** Until nobody waits. */
  private void serve() {
    try {
      for (List<Waiting<Q, T>> group = next(); !group.isEmpty(); group = next()) {
        if (group.size() == 1) {
          group.get(0).run.run();
        } else {
          ask(group);
        }
      }
    } finally {
      runners.decrementAndGet();
    }
    if (!waiting.isEmpty()) {
      startRunner();
    }
  }

  private List<Waiting<Q, T>> next() {
    List<Waiting<Q, T>> group = new ArrayList<>();
    waiting.drainTo(group, MOST_TOGETHER);
    return group;
  }

  private void ask(List<Waiting<Q, T>> group) {
    Reachability.Seen seen = steps.reachability().admit();
    if (seen == null) {
      StoreFailure refusal = steps.refusal();
      group.forEach(step -> step.run.goOn(refusal));
      return;
    }
    List<@Nullable T> answers;
    try {
      answers = steps.store().ask(store -> together.ask(store, asked(group)));
    } catch (StoreFailure answered) {
      steps.answered(seen);
      group.forEach(step -> step.run.submit());
      return;
    } catch (Throwable trouble) {
      StoreFailure failure = steps.failed(seen, trouble);
      group.forEach(step -> step.run.fail(failure));
      return;
    }
    steps.answered(seen);
    for (int index = 0; index < group.size(); index++) {
      T answer = answers.get(index);
      if (answer == null) {
        group.get(index).run.submit();
      } else {
        group.get(index).run.succeed(answer);
      }
    }
  }

  private static <Q, T> List<Q> asked(List<Waiting<Q, T>> group) {
    return group.stream().map(Waiting::asked).toList();
  }

  private record Waiting<Q, T>(Q asked, StepRun<T> run) {}

  /** One step. */
  @FunctionalInterface
  interface Alone<Q, T> {

    T ask(BlockingStore store, Q asked) throws Exception;
  }

  /** Several steps; null for each that is to be asked by itself. */
  @FunctionalInterface
  interface Together<Q, T> {

    List<@Nullable T> ask(BlockingStore store, List<Q> asked) throws Exception;
  }
}
