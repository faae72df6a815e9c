package dev.holdfast.core.time;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

  private final SystemTime time = new SystemTime(() -> Duration.ofSeconds(2));

  @Property(tries = 50)
  void neverSleepsTooShort(@ForAll @LongRange(min = -1_000, max = 3_000_000) long nanos)
      throws InterruptedException {
    long before = System.nanoTime();

    boolean isWhole = time.sleep(nanos);

    assertThat(isWhole).isTrue();
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(nanos);
  }

  @Test
  void anInterruptEndsASleep() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              begun.countDown();
              return time.sleep(SECONDS.toNanos(3600));
            });
    Thread sleeper = new Thread(task);
    sleeper.start();
    assertThat(begun.await(10, SECONDS)).isTrue();

    sleeper.interrupt();

    assertThatThrownBy(() -> task.get(10, SECONDS))
        .hasCauseExactlyInstanceOf(InterruptedException.class);
  }

  @Test
  void anInterruptThatWasPendingEndsASleepAndIsTaken() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> time.sleep(1)).isExactlyInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aShutdownEndsASleepWhenItsGraceIsOver() throws Exception {
    SystemTime ending = new SystemTime(() -> Duration.ofMillis(20));
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              begun.countDown();
              return ending.sleep(SECONDS.toNanos(3600));
            });
    new Thread(task).start();
    assertThat(begun.await(10, SECONDS)).isTrue();
    long before = System.nanoTime();

    ending.shutDown();

    assertThat(task.get(10, SECONDS)).isFalse();
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(MILLISECONDS.toNanos(20));
  }

  @Test
  void aSleepThatFitsIntoTheGraceIsWhole() throws Exception {
    SystemTime ending = new SystemTime(() -> Duration.ofHours(1));

    ending.shutDown();

    assertThat(ending.sleep(1_000)).isTrue();
  }

  @Test
  void aSleepGivesThePermitToParkBack() throws Exception {
    LockSupport.unpark(Thread.currentThread());
    time.sleep(MILLISECONDS.toNanos(2));

    long before = System.nanoTime();
    LockSupport.parkNanos(SECONDS.toNanos(10));

    assertThat(System.nanoTime() - before).isLessThan(SECONDS.toNanos(10));
  }

  @Test
  void anAlarmOfAPassedMomentGoesOffSoon() throws Exception {
    CountDownLatch done = new CountDownLatch(1);

    time.schedule(-5, done::countDown);

    assertThat(done.await(10, SECONDS)).isTrue();
  }

  @Test
  void aPauseEndsWhole() throws Exception {
    CountDownLatch done = new CountDownLatch(1);

    time.pause(
        1_000,
        isWhole -> {
          if (isWhole) {
            done.countDown();
          }
        });

    assertThat(done.await(10, SECONDS)).isTrue();
  }

  @Test
  void theCoarseClockFollowsThePreciseOne() {
    long behind = time.nanoTime() - time.coarseNanoTime();

    assertThat(behind).isBetween(-SECONDS.toNanos(1), SECONDS.toNanos(10));
  }
}
