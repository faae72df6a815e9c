package dev.holdfast.core.call;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.core.time.SystemTime;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Cuts that are armed and disarmed around the very moment at which they fall due. */
class InterruptionStressTest {

  private static final int ROUNDS = 100_000;

  private final SystemTime time = new SystemTime(() -> Duration.ofSeconds(2));

  @Test
  void noCutIsSentAfterItWasDisarmed() throws Exception {
    Tally tally = run(new FutureTask<>(() -> round(17)), false);

    assertThat(tally.stray()).isZero();
    assertThat(tally.sent()).isPositive();
    assertThat(tally.notSent()).isPositive();
  }

  @Test
  void noCutIsSentAfterItWasDisarmedOnAVirtualThread() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21);

    Tally tally = run(new FutureTask<>(() -> round(18)), true);

    assertThat(tally.stray()).isZero();
    assertThat(tally.sent()).isPositive();
  }

  @Test
  void nestedCutsAndShieldsLeaveNothingBehind() throws Exception {
    Tally tally = run(new FutureTask<>(() -> nestedRound(19)), false);

    assertThat(tally.stray()).isZero();
    assertThat(tally.sent()).isPositive();
  }

  private Tally round(int seed) {
    Random random = new Random(seed);
    Tally tally = new Tally(0, 0, 0);
    for (int round = 0; round < ROUNDS; round++) {
      Interruption cut = arm(random.nextInt(20_000));
      linger(random, 20_000);
      tally = tally.with(cut.disarm(), Thread.interrupted());
    }
    return tally.with(false, isInterruptedSoon());
  }

  private Tally nestedRound(int seed) {
    Random random = new Random(seed);
    Tally tally = new Tally(0, 0, 0);
    for (int round = 0; round < ROUNDS / 4; round++) {
      Interruption outer = arm(random.nextInt(30_000));
      boolean isShielded = random.nextBoolean();
      if (isShielded) {
        Interruption.shield();
      }
      boolean mayBeInterrupted = outer.hasFired();
      Interruption inner = arm(random.nextInt(20_000));
      linger(random, 20_000);
      boolean innerSent = inner.disarm();
      if (isShielded) {
        boolean isInterrupted = Thread.currentThread().isInterrupted();
        tally = tally.with(innerSent, isInterrupted && !mayBeInterrupted);
        Interruption.unshield();
      }
      linger(random, 10_000);
      tally = tally.with(outer.disarm(), Thread.interrupted());
    }
    return tally.with(false, isInterruptedSoon());
  }

  private Interruption arm(long nanos) {
    return Interruption.arm(time, Deadline.after(nanos, time, "shop.Cart#pay"));
  }

  /** Sometimes takes the interrupt, sometimes parks, sometimes sets the flag again. */
  private static void linger(Random random, int mostNanos) {
    long until = System.nanoTime() + random.nextInt(mostNanos);
    int habit = random.nextInt(3);
    while (System.nanoTime() - until < 0) {
      if (habit == 0) {
        LockSupport.parkNanos(until - System.nanoTime());
      } else if (habit == 1 && Thread.interrupted()) {
        return;
      } else {
        Thread.onSpinWait();
      }
    }
    if (habit == 2 && Thread.interrupted()) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isInterruptedSoon() {
    LockSupport.parkNanos(50_000_000);
    return Thread.interrupted();
  }

  private static Tally run(FutureTask<Tally> task, boolean isVirtual) throws Exception {
    if (isVirtual) {
      WorkerThreads.virtual().execute(task);
    } else {
      new Thread(task).start();
    }
    return task.get(120, SECONDS);
  }

  private record Tally(int sent, int notSent, int stray) {

    Tally with(boolean isSent, boolean isStray) {
      return new Tally(
          sent + (isSent ? 1 : 0), notSent + (isSent ? 0 : 1), stray + (isStray ? 1 : 0));
    }
  }
}
