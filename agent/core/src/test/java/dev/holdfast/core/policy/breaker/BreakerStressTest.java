package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.BreakerView.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds exactly, whatever many threads do at once. */
@Timeout(60)
class BreakerStressTest {

  private static final int THREADS = 6;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void theSumsOfAWindowAreThoseOfItsBitsWhateverTheThreadsDid() throws Exception {
    CountWindow window = new CountWindow(130);

    inAllThreads(
        random -> {
          for (int call = 0; call < 20_000; call++) {
            long ticket = window.count(random.nextBoolean(), random.nextBoolean());
            if (random.nextInt(8) == 0) {
              window.fail(ticket);
            }
          }
        });
    Tally busy = window.tally();
    for (int call = 0; call < 130; call++) {
      window.succeed(Long.MAX_VALUE);
    }

    assertThat(busy.calls()).isEqualTo(130);
    assertThat(busy.failures()).isBetween(0L, 130L);
    assertThat(window.tally()).isEqualTo(new Tally(130, 0, 0));
  }

  @Test
  void noOutcomeOfATimeWindowIsLost() throws Exception {
    Lab lab = new Lab(Lab.LIMITS);
    TimeWindow window = new TimeWindow(TimeUnit.HOURS.toNanos(1), lab.time::nanoTime);

    inAllThreads(
        random -> {
          for (int call = 0; call < 10_000; call++) {
            window.count(true, false);
            window.succeed(1);
            if (call % 1000 == 0) {
              lab.time.advance(TimeUnit.SECONDS.toNanos(30));
            }
          }
        });

    assertThat(window.tally()).isEqualTo(new Tally(THREADS * 20_000L, THREADS * 10_000L, 0));
  }

  @Test
  void noMoreTrialsAreOutThanAllowedAndAllPermitsComeBack() throws Exception {
    Lab lab = new Lab(Lab.LIMITS);
    lab.due();
    AtomicInteger out = new AtomicInteger();
    AtomicInteger mostOut = new AtomicInteger();
    AtomicInteger trials = new AtomicInteger();

    inAllThreads(
        random -> {
          for (int call = 0; call < 20_000; call++) {
            if (lab.breaker.admit() instanceof Trial trial) {
              trials.incrementAndGet();
              mostOut.accumulateAndGet(out.incrementAndGet(), Math::max);
              if (random.nextInt(4) == 0) {
                Thread.onSpinWait();
              }
              out.decrementAndGet();
              lab.breaker.end(trial, Verdict.NEUTRAL);
            }
          }
        });

    assertThat(trials.get()).isPositive();
    assertThat(mostOut.get()).isBetween(1, 2);
    assertThat(lab.breaker.view())
        .extracting(BreakerView::position, BreakerView::trialsOut, BreakerView::trialsGood)
        .containsExactly(Position.HALF_OPEN, 0, 0);
  }

  @Test
  void exactlyTheAllowedTrialsGetThroughWhenAllComeAtOnce() throws Exception {
    for (int round = 0; round < 200; round++) {
      Lab lab = new Lab(Lab.LIMITS);
      lab.due();
      AtomicInteger admitted = new AtomicInteger();

      inAllThreads(
          random -> {
            if (lab.breaker.admit() instanceof Permit) {
              admitted.incrementAndGet();
            }
          });

      assertThat(admitted.get()).isEqualTo(2);
      assertThat(lab.sentences()).hasSize(2);
    }
  }

  @Test
  void everyStateThatIsEnteredIsToldOnceAndInOrder() throws Exception {
    Lab lab = new Lab(Lab.TIMED);

    inAllThreads(
        random -> {
          for (int call = 0; call < 5_000; call++) {
            if (lab.breaker.admit() instanceof Permit permit) {
              lab.breaker.end(permit, random.nextInt(3) == 0 ? Verdict.FAILURE : Verdict.SUCCESS);
            }
            if (random.nextInt(50) == 0) {
              lab.time.advance(Lab.SLOW.toNanos() * random.nextInt(40));
            }
          }
        });

    List<Long> generations =
        lab.events.stream().map(event -> ((BreakerEvent) event).breaker().generation()).toList();
    assertThat(generations).doesNotHaveDuplicates().hasSizeGreaterThan(3);
    assertThat(generations.stream().mapToLong(Long::longValue).max())
        .hasValue(lab.breaker.view().generation());
    assertThat(generations).hasSize((int) lab.breaker.view().generation());
  }

  private interface Work {
    void run(SplittableRandom random);
  }

  private void inAllThreads(Work work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      SplittableRandom random = new SplittableRandom(thread);
      running.add(
          threads.submit(
              () -> {
                start.await(30, TimeUnit.SECONDS);
                work.run(random);
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get(60, TimeUnit.SECONDS);
    }
  }
}
