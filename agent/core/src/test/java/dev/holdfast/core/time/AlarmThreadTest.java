package dev.holdfast.core.time;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmThreadTest {

  private static final int ALARMS_A_THREAD = 5_000;

  private final AlarmThread alarms = new AlarmThread("holdfast-alarms-test");

  @Test
  void everyAlarmGoesOffNeverEarlyAndNoneThatWasCancelled() throws Exception {
    List<Long> earliness = Collections.synchronizedList(new ArrayList<>());
    List<String> cancelledOnes = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(4 * ALARMS_A_THREAD / 2);

    List<Thread> adders =
        IntStream.range(0, 4)
            .mapToObj(seed -> new Thread(() -> addAlarms(seed, earliness, cancelledOnes, all)))
            .toList();
    adders.forEach(Thread::start);
    for (Thread adder : adders) {
      adder.join();
    }

    assertThat(all.await(30, SECONDS)).isTrue();
    assertThat(earliness).allMatch(nanos -> nanos <= 0);
    assertThat(cancelledOnes).isEmpty();
    assertThat(alarms.pending()).isZero();
  }

  private void addAlarms(
      int seed, List<Long> earliness, List<String> cancelledOnes, CountDownLatch all) {
    Random random = new Random(seed);
    for (int index = 0; index < ALARMS_A_THREAD / 2; index++) {
      long kept = System.nanoTime() + random.nextInt(200_000_000);
      alarms.schedule(
          kept,
          () -> {
            earliness.add(kept - System.nanoTime());
            all.countDown();
          });
      long later = System.nanoTime() + SECONDS.toNanos(20) + random.nextInt(200_000_000);
      alarms.schedule(later, () -> cancelledOnes.add("cancelled alarm " + later)).cancel();
    }
  }

  @Test
  void anEarlierAlarmWakesTheThreadBeforeTheOneItWaitsFor() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    Alarm hour = alarms.schedule(System.nanoTime() + SECONDS.toNanos(3600), () -> {});
    alarms.schedule(System.nanoTime(), first::countDown);
    assertThat(first.await(10, SECONDS)).isTrue();

    alarms.schedule(System.nanoTime() + MILLISECONDS.toNanos(5), second::countDown);

    assertThat(second.await(10, SECONDS)).isTrue();
    hour.cancel();
  }

  @Test
  void anAlarmThatThrowsDoesNotStopTheNext() throws Exception {
    CountDownLatch next = new CountDownLatch(1);

    alarms.schedule(
        System.nanoTime(),
        () -> {
          throw new AssertionError("thrown by an alarm");
        });
    alarms.schedule(System.nanoTime() + 1, next::countDown);

    assertThat(next.await(10, SECONDS)).isTrue();
  }

  @Test
  void anAlarmRunsOnADaemonThatHoldsNothingOfTheApplication() throws Exception {
    Thread thread = alarmThread();

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isNull();
    assertThat(thread.getThreadGroup().getParent()).isNull();
    assertThat(thread.getName()).isEqualTo("holdfast-alarms-test");
  }

  @Test
  void anInterruptDoesNotMakeTheThreadSpin() throws Exception {
    Thread thread = alarmThread();

    thread.interrupt();

    long limit = System.nanoTime() + SECONDS.toNanos(10);
    while (thread.isInterrupted() && System.nanoTime() - limit < 0) {
      LockSupport.parkNanos(100_000);
    }
    assertThat(thread.isInterrupted()).isFalse();
  }

  @Test
  void aThreadThatCouldNotBeStartedIsMadeAnewForTheNextAlarm() throws Exception {
    AtomicInteger starts = new AtomicInteger();
    AlarmThread scarce = new AlarmThread(task -> new Scarce(task, starts));
    CountDownLatch second = new CountDownLatch(1);

    Throwable refused =
        catchThrowable(() -> scarce.schedule(System.nanoTime(), () -> starts.set(-1)));
    int pendingAfterwards = scarce.pending();
    scarce.schedule(System.nanoTime(), second::countDown);

    assertThat(refused).isInstanceOf(OutOfMemoryError.class);
    assertThat(pendingAfterwards).isZero();
    assertThat(second.await(10, SECONDS)).isTrue();
    assertThat(starts).hasValue(2);
  }

  /** A thread that the JVM cannot start at first. */
  private static final class Scarce extends Thread {

    private final AtomicInteger starts;

    Scarce(Runnable task, AtomicInteger starts) {
      super(task);
      this.starts = starts;
      setDaemon(true);
    }

    @Override
    public synchronized void start() {
      if (starts.incrementAndGet() == 1) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      super.start();
    }
  }

  private Thread alarmThread() throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    alarms.schedule(System.nanoTime(), () -> thread.complete(Thread.currentThread()));
    return thread.get(10, SECONDS);
  }
}
