package dev.holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownGraceTest {

  private final FakeTime time = new FakeTime();
  private final ShutdownGrace grace =
      new ShutdownGrace(() -> Duration.ofNanos(20), time::nanoTime, time::scheduleAt);
  private final List<Boolean> ends = new ArrayList<>();

  @Test
  void aPauseEndsWholeWithoutAShutdown() {
    grace.pause(time.nanoTime() + 10, ends::add);

    time.advance(9);
    List<Boolean> before = List.copyOf(ends);
    time.advance(1);

    assertThat(before).isEmpty();
    assertThat(ends).containsExactly(true);
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void aPauseThatFitsIntoTheGraceEndsWhole() {
    grace.pause(time.nanoTime() + 15, ends::add);

    grace.begin();
    time.advance(20);

    assertThat(ends).containsExactly(true);
  }

  @Test
  void aPauseThatDoesNotFitEndsWithTheGrace() {
    grace.pause(time.nanoTime() + 25, ends::add);

    grace.begin();
    time.advance(19);
    List<Boolean> before = List.copyOf(ends);
    time.advance(10);

    assertThat(before).isEmpty();
    assertThat(ends).containsExactly(false);
  }

  @Test
  void aPauseThatBeginsDuringTheShutdownEndsWithTheGrace() {
    grace.begin();
    time.advance(5);

    grace.pause(time.nanoTime() + 25, ends::add);
    time.advance(15);

    assertThat(ends).containsExactly(false);
  }

  @Test
  void aPauseThatWasCancelledNeverEnds() {
    Alarm pause = grace.pause(time.nanoTime() + 25, ends::add);

    pause.cancel();
    grace.begin();
    time.advance(30);

    assertThat(ends).isEmpty();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void leavesWaitsAloneUntilTheShutdownBegins() {
    assertThat(grace.leftNanos(time.nanoTime())).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void tellsWhatIsLeftOfTheGrace() {
    grace.begin();

    time.advance(5);

    assertThat(grace.leftNanos(time.nanoTime())).isEqualTo(15);
  }
}
