package shop.experiment;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A line each second for whoever watches. */
final class Progress implements AutoCloseable {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger degraded = new AtomicInteger();
  private final long start = System.nanoTime();
  private final Timetable timetable;
  private final PrintStream out;

  Progress(Timetable timetable, PrintStream out) {
    this.timetable = timetable;
    this.out = out;
    clock.scheduleAtFixedRate(this::print, 1, 1, TimeUnit.SECONDS);
  }

  void count(Outcome outcome) {
    answered.incrementAndGet();
    if (!outcome.isTaken()) {
      failed.incrementAndGet();
    }
    if (outcome.isDegraded()) {
      degraded.incrementAndGet();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void print() {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    out.printf(
        "%3d s  %4d of %d orders  %3d failed  %3d degraded%s%n",
        time.toSeconds(),
        answered.get(),
        timetable.orders(),
        failed.get(),
        degraded.get(),
        timetable.isOutage(time) ? "  (all services are out)" : "");
  }
}
