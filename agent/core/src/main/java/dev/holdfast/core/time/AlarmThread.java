package dev.holdfast.core.time;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that runs alarms, never early and in general within a millisecond.
 *
 * <p>Almost every alarm is cancelled long before it is due, so adding and cancelling are what must
 * be cheap: each caller uses one of several heaps, and tells the thread only if its alarm comes
 * before the moment at which the thread wakes anyhow. With nothing pending the thread sleeps until
 * something is.
 *
 * <p>A thread that adds an alarm while the thread plans its sleep is not missed: the plan begins by
 * setting {@link #wakesAtNanos} to a far moment, then looks into the heaps; who adds after the look
 * finds a moment later than its own and leaves a permit to {@linkplain LockSupport#park() parking}.
 */
final class AlarmThread implements Scheduler {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmThread.class);

  /** Longer than any JVM runs, and short enough for comparison by subtraction. */
  static final long FAR = Long.MAX_VALUE / 2;

  private final AlarmHeap[] heaps;
  private final ThreadFactory threads;
  private volatile @Nullable Thread thread;
  private volatile boolean isRetired;
  private volatile long wakesAtNanos;

  AlarmThread(String name) {
    this(task -> SystemThreads.daemon(name, task));
  }

  /**
   * @param threads asked for one thread, and for another one where that cannot be started
   */
  AlarmThread(ThreadFactory threads) {
    heaps = new AlarmHeap[heapsFor(Runtime.getRuntime().availableProcessors())];
    for (int index = 0; index < heaps.length; index++) {
      heaps[index] = new AlarmHeap();
    }
    this.threads = threads;
  }

  /**
   * {@inheritDoc}
   *
   * @throws OutOfMemoryError when the JVM cannot start the thread: this alarm is none then, and the
   *     next one tries again
   */
  @Override
  public Alarm schedule(long atNanos, Runnable task) {
    AlarmHeap heap = heaps[stripe()];
    AlarmHeap.Entry entry = new AlarmHeap.Entry(atNanos, task, heap);
    boolean isNext = heap.add(entry);
    Thread running = thread;
    if (running == null) {
      running = startFor(entry);
    }
    if (isNext && atNanos - wakesAtNanos < 0) {
      LockSupport.unpark(running);
    }
    return entry;
  }

  /** How many alarms are pending. */
  int pending() {
    int pending = 0;
    for (AlarmHeap heap : heaps) {
      pending += heap.size();
    }
    return pending;
  }

  /** From now on the thread ends whenever nothing is pending, instead of sleeping. */
  void retire() {
    isRetired = true;
    LockSupport.unpark(thread);
  }

  private Thread startFor(Alarm alarm) {
    try {
      return start();
    } catch (Throwable failure) {
      alarm.cancel();
      throw failure;
    }
  }

  /** Only a thread that runs is the one: nobody else would ever make another. */
  private synchronized Thread start() {
    Thread running = thread;
    if (running == null) {
      running = threads.newThread(this::run);
      running.start();
      thread = running;
    }
    return running;
  }

  private void run() {
    while (!hasEnded()) {
      wakesAtNanos = System.nanoTime() + FAR;
      for (AlarmHeap heap : heaps) {
        runDue(heap);
      }
      sleep();
      // Nobody has a reason to interrupt this thread; whoever did must not make it spin.
      Thread.interrupted();
    }
  }

  /** Whoever adds an alarm either sees that the thread has gone, or is seen here. */
  private synchronized boolean hasEnded() {
    if (!isRetired || pending() > 0) {
      return false;
    }
    thread = null;
    if (pending() > 0) {
      thread = Thread.currentThread();
      return false;
    }
    return true;
  }

  private void sleep() {
    long now = System.nanoTime();
    long nanos = FAR;
    for (AlarmHeap heap : heaps) {
      nanos = heap.nanosToNext(now, nanos);
    }
    wakesAtNanos = now + nanos;
    if (nanos > 0 && !(isRetired && pending() == 0)) {
      LockSupport.parkNanos(this, nanos);
    }
  }

  private static void runDue(AlarmHeap heap) {
    AlarmHeap.Entry due = heap.pollDue(System.nanoTime());
    while (due != null) {
      try {
        due.task.run();
      } catch (Throwable failure) {
        LOG.warn("an alarm failed", failure);
      }
      due = heap.pollDue(System.nanoTime());
    }
  }

  @SuppressWarnings("deprecation") // threadId() is Java 19
  private int stripe() {
    return (int) Thread.currentThread().getId() & (heaps.length - 1);
  }

  private static int heapsFor(int processors) {
    int most = Math.min(processors, 32);
    return most == 1 ? 1 : Integer.highestOneBit(most - 1) << 1;
  }
}
