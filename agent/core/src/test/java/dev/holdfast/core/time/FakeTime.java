package dev.holdfast.core.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when a test says so, or when somebody sleeps in it. Alarms that fall due
 * run on the thread that let the time pass, in order.
 */
public final class FakeTime implements Time {

  private static final Instant EPOCH = Instant.parse("2026-11-01T00:00:00Z");

  /** An arbitrary start close to the overflow, so that code that compares by {@code <} fails. */
  private static final long START = Long.MAX_VALUE - 5_000_000_000L;

  private final PriorityQueue<Pending> alarms =
      new PriorityQueue<>(
          Comparator.comparingLong((Pending alarm) -> alarm.elapsed)
              .thenComparingLong(alarm -> alarm.order));
  private final List<Long> sleeps = new ArrayList<>();
  private long elapsed;
  private long orders;
  private long graceEnds = Long.MAX_VALUE;
  private boolean isOutOfThreads;

  @Override
  public synchronized long nanoTime() {
    return START + elapsed;
  }

  @Override
  public synchronized long coarseNanoTime() {
    return START + elapsed;
  }

  @Override
  public synchronized Instant now() {
    return EPOCH.plusNanos(elapsed);
  }

  @Override
  public boolean sleep(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (this) {
      sleeps.add(nanos);
    }
    long slept = Math.min(Math.max(0, nanos), leftOfGrace());
    advance(slept);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return slept >= nanos;
  }

  @Override
  public synchronized Alarm schedule(long delayNanos, Runnable task) {
    if (isOutOfThreads) {
      throw new OutOfMemoryError("unable to create native thread");
    }
    Pending pending = new Pending(elapsed + Math.max(0, delayNanos), orders++, task);
    alarms.add(pending);
    notifyAll();
    return () -> {
      synchronized (this) {
        alarms.remove(pending);
      }
    };
  }

  @Override
  public Alarm pause(long nanos, Pause pause) {
    long left = leftOfGrace();
    return nanos <= left
        ? schedule(nanos, () -> pause.end(true))
        : schedule(left, () -> pause.end(false));
  }

  /** From now on waits that begin last this long at most, as if the JVM were shutting down. */
  public synchronized void shutDown(long graceNanos) {
    graceEnds = elapsed + graceNanos;
  }

  /** Whether alarms cannot be set from now on, as in a JVM that can start no thread. */
  public synchronized void setOutOfThreads(boolean isNow) {
    isOutOfThreads = isNow;
  }

  /** Lets time pass, and runs every alarm that falls due on the way. */
  public void advance(long nanos) {
    long target;
    synchronized (this) {
      target = elapsed + nanos;
    }
    for (Pending due = next(target); due != null; due = next(target)) {
      due.task.run();
    }
    synchronized (this) {
      elapsed = Math.max(elapsed, target);
    }
  }

  /** All sleeps asked for so far, in nanoseconds. */
  public synchronized List<Long> sleeps() {
    return List.copyOf(sleeps);
  }

  /** Blocks until that many alarms are pending at least, for ten seconds at most. */
  public synchronized void awaitAlarms(int count) throws InterruptedException {
    long limit = System.nanoTime() + 10_000_000_000L;
    while (alarms.size() < count) {
      long leftMillis = (limit - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new AssertionError("alarms: " + alarms.size() + " (expected: >= " + count + ")");
      }
      wait(leftMillis);
    }
  }

  /** How many alarms are pending. */
  public synchronized int pendingAlarms() {
    return alarms.size();
  }

  private synchronized long leftOfGrace() {
    return Math.max(0, graceEnds - elapsed);
  }

  private synchronized @Nullable Pending next(long target) {
    Pending first = alarms.peek();
    if (first == null || first.elapsed > target) {
      return null;
    }
    alarms.remove(first);
    elapsed = Math.max(elapsed, first.elapsed);
    return first;
  }

  private record Pending(long elapsed, long order, Runnable task) {}
}
