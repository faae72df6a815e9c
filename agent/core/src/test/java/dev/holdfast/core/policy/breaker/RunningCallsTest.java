package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.time.FakeTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningCallsTest {

  private static final long SLOW = 6400;

  private final FakeTime time = new FakeTime();
  private final List<RunningCall> slow = new ArrayList<>();
  private final AtomicLong limit = new AtomicLong(SLOW);
  private final RunningCalls running = new RunningCalls(time, limit::get, slow::add);

  @Test
  void aCallIsSlowAtTheLimitAndToldOnce() {
    RunningCall call = begin();

    time.advance(SLOW - 1);
    List<RunningCall> before = List.copyOf(slow);
    time.advance(10 * SLOW);

    assertThat(before).isEmpty();
    assertThat(slow).containsExactly(call);
  }

  @Test
  void aCallThatHasEndedIsNotSlow() {
    running.end(begin());

    time.advance(SLOW);

    assertThat(slow).isEmpty();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void theAlarmGoesOffForTheOldestCallThatStillRuns() {
    running.end(begin());
    time.advance(SLOW / 2);
    RunningCall later = begin();

    time.advance(SLOW - 1);
    List<RunningCall> before = List.copyOf(slow);
    time.advance(1);

    assertThat(before).isEmpty();
    assertThat(slow).containsExactly(later);
  }

  @Test
  void callsThatBeginOneAfterTheOtherAreNotEachLookedForApart() {
    begin();
    time.advance(1);
    RunningCall next = begin();

    time.advance(SLOW);
    boolean isToldAtOnce = slow.contains(next);
    time.advance(SLOW / 64);

    assertThat(isToldAtOnce).isFalse();
    assertThat(slow).contains(next);
  }

  @Test
  void theAlarmIsSetAgainAfterAPause() {
    running.end(begin());
    time.advance(10 * SLOW);

    RunningCall call = begin();
    time.advance(SLOW);

    assertThat(slow).containsExactly(call);
  }

  @Test
  void aShorterLimitIsInForceForCallsThatBeginWhileTheOldAlarmIsSet() {
    running.end(begin());
    limit.set(SLOW / 64);

    running.limitChanged();
    RunningCall call = begin();
    time.advance(SLOW / 64);

    assertThat(slow).containsExactly(call);
  }

  @Test
  void aShorterLimitIsInForceForCallsThatRun() {
    RunningCall call = begin();
    time.advance(SLOW / 2);
    limit.set(SLOW / 4);

    running.limitChanged();
    time.advance(0);

    assertThat(slow).containsExactly(call);
  }

  @Test
  void whereNoAlarmCanBeSetTheNextCallSetsIt() {
    time.setOutOfThreads(true);
    running.end(begin());
    time.setOutOfThreads(false);

    RunningCall call = begin();
    time.advance(SLOW);

    assertThat(slow).containsExactly(call);
  }

  private RunningCall begin() {
    RunningCall call = new Trial(0, time.nanoTime(), Long.MAX_VALUE / 2);
    running.begin(call);
    return call;
  }
}
