package dev.holdfast.core.time;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CoarseClockTest {

  private final FakeTime time = new FakeTime();
  private final CoarseClock clock = new CoarseClock(time::nanoTime, time::scheduleAt);

  @Property
  void isNeverMoreThanAHundredMillisecondsBehind(
      @ForAll @Size(max = 50) List<@IntRange(max = 3_000) Integer> pausesInMillis) {
    for (int pause : pausesInMillis) {
      time.advance(MILLISECONDS.toNanos(pause));

      long behind = time.nanoTime() - clock.nanoTime();

      assertThat(behind).isBetween(0L, MILLISECONDS.toNanos(100));
    }
  }

  @Test
  void doesNotTickBeforeItIsRead() {
    assertThat(clock.isTicking()).isFalse();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void stopsTickingWhenNobodyReadsItForASecond() {
    clock.nanoTime();

    time.advance(MILLISECONDS.toNanos(900));
    boolean isTickingBefore = clock.isTicking();
    time.advance(MILLISECONDS.toNanos(200));

    assertThat(isTickingBefore).isTrue();
    assertThat(clock.isTicking()).isFalse();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void ticksOnWhileItIsRead() {
    for (int reading = 0; reading < 50; reading++) {
      clock.nanoTime();
      time.advance(MILLISECONDS.toNanos(500));
    }

    assertThat(clock.isTicking()).isTrue();
    assertThat(time.pendingAlarms()).isEqualTo(1);
  }

  @Test
  void readsPreciselyUntilItCanTick() {
    time.setOutOfThreads(true);

    long first = clock.nanoTime() - time.nanoTime();
    time.advance(MILLISECONDS.toNanos(500));
    long second = clock.nanoTime() - time.nanoTime();
    time.setOutOfThreads(false);
    clock.nanoTime();

    assertThat(List.of(first, second)).containsExactly(0L, 0L);
    assertThat(clock.isTicking()).isTrue();
  }

  @Test
  void stopsWhereNoTickCanFollow() {
    clock.nanoTime();

    time.setOutOfThreads(true);
    Throwable thrown = catchThrowable(() -> time.advance(MILLISECONDS.toNanos(50)));

    assertThat(thrown).isInstanceOf(OutOfMemoryError.class);
    assertThat(clock.isTicking()).isFalse();
  }

  @Test
  void whoFindsItStartedMeanwhileReadsWhatAllOthersRead() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CoarseClock[] raced = new CoarseClock[1];
    CompletableFuture<Long> second = new CompletableFuture<>();
    Thread late = new Thread(() -> second.complete(raced[0].nanoTime()));
    raced[0] =
        new CoarseClock(
            () -> {
              if (asked.incrementAndGet() == 1) {
                startUntilBlocked(late);
              }
              return time.nanoTime() + asked.get();
            },
            time::scheduleAt);

    long first = raced[0].nanoTime();

    assertThat(second.get(10, SECONDS)).isEqualTo(first);
  }

  private static void startUntilBlocked(Thread thread) {
    thread.setDaemon(true);
    thread.start();
    long limit = System.nanoTime() + SECONDS.toNanos(10);
    while (thread.getState() != Thread.State.BLOCKED && System.nanoTime() - limit < 0) {
      LockSupport.parkNanos(100_000);
    }
  }
}
