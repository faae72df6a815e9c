package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where futures of duplicates are completed. Ten thousand may wait for one key and be answered at
 * once, and what depends on each is code of the application: few workers take them one after the
 * other. While all of those are held up by such code, another worker joins now and then, so that
 * none waits for ever for one behind it.
 *
 * <p>The lock guards the fields; tasks and workers are called outside of it. There is an alarm only
 * while tasks wait.
 */
final class AnswerLine {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerLine.class);

  /** Workers, as long as these get on. */
  static final int FEW = 8;

  private static final long STUCK_NANOS = 50_000_000L;

  private final Workers workers;
  private final Time time;
  private final Object lock = new Object();

  // All below is guarded by the lock.
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private int working;
  private long taken;
  private @Nullable Alarm watch;

  AnswerLine(Workers workers, Time time) {
    this.workers = workers;
    this.time = time;
  }

  /**
   * Runs a task soon, with nothing of the caller's context.
   *
   * @throws RejectedExecutionException if there is no thread at all
   */
  void execute(Runnable task) {
    boolean joins;
    synchronized (lock) {
      tasks.add(task);
      joins = working < FEW;
      working += joins ? 1 : 0;
    }
    if (joins && begins()) {
      return;
    }
    if (joins && !isAnybodyWorking(task)) {
      throw new RejectedExecutionException("no worker thread is free");
    }
    watch();
  }

  private boolean begins() {
    try {
      workers.execute(this::work);
      return true;
    } catch (RejectedExecutionException noThread) {
      synchronized (lock) {
        working--;
      }
      return false;
    }
  }

  /** Whether a task that no worker could be had for is run all the same; else it is taken back. */
  private boolean isAnybodyWorking(Runnable task) {
    synchronized (lock) {
      return working > 0 || !tasks.remove(task);
    }
  }

  private void work() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (Throwable failure) {
        LOG.error("an answer could not be given", failure);
      }
    }
  }

  private @Nullable Runnable next() {
    synchronized (lock) {
      Runnable task = tasks.poll();
      if (task == null) {
        working--;
      } else {
        taken++;
      }
      if (tasks.isEmpty() && watch != null) {
        watch.cancel();
        watch = null;
      }
      return task;
    }
  }

  /** Sees to it that the line gets on, unless somebody does, or nobody waits. */
  private void watch() {
    synchronized (lock) {
      if (watch == null && !tasks.isEmpty()) {
        lookLater();
      }
    }
  }

  private void lookLater() {
    long seen = taken;
    watch = time.schedule(STUCK_NANOS, () -> look(seen));
  }

  private void look(long seen) {
    boolean isStuck;
    synchronized (lock) {
      watch = null;
      if (tasks.isEmpty()) {
        return;
      }
      isStuck = taken == seen;
      working += isStuck ? 1 : 0;
      lookLater();
    }
    if (isStuck && !begins()) {
      LOG.debug("no worker thread is free for answers");
    }
  }
}
