package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.time.FakeTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  private final FakeTime time = new FakeTime();

  @AfterEach
  void noTestLeavesAnInterruptBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void interruptsAtTheDeadlineAndClearsItsOwnInterrupt() {
    Deadline deadline = after(10);

    Interruption cut = Interruption.arm(time, deadline);
    time.advance(9);
    boolean before = Thread.currentThread().isInterrupted();
    time.advance(1);
    boolean after = Thread.currentThread().isInterrupted();

    assertThat(before).isFalse();
    assertThat(after).isTrue();
    assertThat(deadline.hasFired()).isTrue();
    assertThat(cut.disarm()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void sendsNothingOnceDisarmed() {
    Deadline deadline = after(10);

    boolean fired = Interruption.arm(time, deadline).disarm();
    time.advance(20);

    assertThat(fired).isFalse();
    assertThat(deadline.hasFired()).isFalse();
    assertThat(time.pendingAlarms()).isZero();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void staysSilentForABodyThatSwallowedTheInterrupt() {
    Interruption cut = Interruption.arm(time, after(10));

    time.advance(10);
    boolean swallowed = Thread.interrupted();

    assertThat(swallowed).isTrue();
    assertThat(cut.disarm()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void keepsAForeignInterruptThatWasPending() {
    Interruption cut = Interruption.arm(time, after(10));

    Thread.currentThread().interrupt();
    time.advance(10);

    assertThat(cut.disarm()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void keepsAForeignInterruptWhenNothingWasSent() {
    Interruption cut = Interruption.arm(time, after(10));

    Thread.currentThread().interrupt();

    assertThat(cut.disarm()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void keepsAForwardedInterrupt() {
    Interruption cut = Interruption.arm(time, after(10));

    cut.forward();
    time.advance(10);

    assertThat(cut.disarm()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void clearsItsOwnInterruptAfterAForwardedOneWasTaken() {
    Interruption cut = Interruption.arm(time, after(10));

    cut.forward();
    Thread.interrupted();
    time.advance(10);

    assertThat(cut.disarm()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void forwardsNothingOnceDisarmed() {
    Interruption cut = Interruption.arm(time, after(10));
    cut.disarm();

    cut.forward();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anInnerCutLeavesTheOuterOneArmed() {
    Interruption outer = Interruption.arm(time, after(20));
    Interruption inner = Interruption.arm(time, after(10));

    time.advance(10);
    boolean innerFired = inner.disarm();
    boolean between = Thread.currentThread().isInterrupted();
    time.advance(10);
    boolean after = Thread.currentThread().isInterrupted();

    assertThat(innerFired).isTrue();
    assertThat(between).isFalse();
    assertThat(after).isTrue();
    assertThat(outer.disarm()).isTrue();
  }

  @Test
  void anOuterCutIsSentAgainWhenTheInnerOneClearsTheFlag() {
    Interruption outer = Interruption.arm(time, after(20));
    Interruption inner = Interruption.arm(time, after(10));

    time.advance(20);
    inner.disarm();
    boolean between = Thread.currentThread().isInterrupted();

    assertThat(between).isTrue();
    assertThat(outer.disarm()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anOuterCutThatWasTakenBeforeTheInnerOneIsNotSentAgain() {
    Interruption outer = Interruption.arm(time, after(10));
    time.advance(10);
    Thread.interrupted();
    Interruption inner = Interruption.arm(time, after(10));
    time.advance(10);

    inner.disarm();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(outer.disarm()).isTrue();
  }

  @Test
  void anOuterCutThatIsStillPendingOutlastsTheInnerOne() {
    Interruption outer = Interruption.arm(time, after(10));
    time.advance(10);
    Interruption inner = Interruption.arm(time, after(10));
    time.advance(10);

    inner.disarm();

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(outer.disarm()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anOuterCutThatIsSentDuringTheInnerOneIsClearedByTheOuterOneOnly() {
    Interruption outer = Interruption.arm(time, after(10));
    Interruption inner = Interruption.arm(time, after(20));

    time.advance(10);

    assertThat(inner.disarm()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(outer.disarm()).isTrue();
  }

  @Test
  void aThreadIsArmedOnceForOneDeadline() {
    Deadline deadline = after(10);

    Interruption outer = Interruption.arm(time, deadline);
    Interruption inner = Interruption.arm(time, deadline);
    int alarms = time.pendingAlarms();
    time.advance(10);

    assertThat(alarms).isEqualTo(1);
    assertThat(inner.disarm()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(outer.disarm()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aShieldHoldsEveryCutBack() {
    Interruption outer = Interruption.arm(time, after(10));
    Interruption.shield();
    Interruption inner = Interruption.arm(time, after(5));

    time.advance(10);
    boolean inside = Thread.currentThread().isInterrupted();
    boolean innerFired = inner.disarm();
    Interruption.unshield();
    boolean outside = Thread.currentThread().isInterrupted();

    assertThat(inside).isFalse();
    assertThat(innerFired).isFalse();
    assertThat(outside).isTrue();
    assertThat(outer.disarm()).isTrue();
  }

  @Test
  void whatIsHeldBackIsForgottenWhenItIsDisarmedFirst() {
    Interruption.shield();
    Interruption.shield();
    Interruption cut = Interruption.arm(time, after(10));

    time.advance(10);
    Interruption.unshield();
    boolean inside = Thread.currentThread().isInterrupted();
    boolean fired = cut.disarm();
    Interruption.unshield();

    assertThat(inside).isFalse();
    assertThat(fired).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void cutsAllThatIgnoresInterrupts() {
    List<String> ended = new ArrayList<>();
    Interruption cut = Interruption.arm(time, after(10));
    Interruption.alsoCut("one", ended::add);
    Interruption.alsoCut("two", ended::add);

    time.advance(10);

    assertThat(cut.disarm()).isTrue();
    assertThat(ended).containsExactly("one", "two");
  }

  @Test
  void cutsWhatBeganUnderAnEarlierCutThatIsDisarmed() {
    List<String> ended = new ArrayList<>();
    Interruption outer = Interruption.arm(time, after(20));
    Interruption inner = Interruption.arm(time, after(10));
    Interruption.alsoCut("one", ended::add);

    inner.disarm();
    time.advance(20);

    assertThat(outer.disarm()).isTrue();
    assertThat(ended).containsExactly("one");
  }

  @Test
  void forgetsWhatIsToBeCutOnceDisarmed() {
    List<String> ended = new ArrayList<>();
    Interruption cut = Interruption.arm(time, after(10));
    Interruption.alsoCut("one", ended::add);
    cut.disarm();
    Interruption next = Interruption.arm(time, after(10));

    time.advance(10);

    assertThat(next.disarm()).isTrue();
    assertThat(ended).isEmpty();
  }

  @Test
  void refusesToBeDisarmedOutOfOrder() {
    Interruption outer = Interruption.arm(time, after(10));
    Interruption inner = Interruption.arm(time, after(20));

    assertThatThrownBy(outer::disarm)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a cut was disarmed that is not the innermost one");

    inner.disarm();
    outer.disarm();
  }

  private Deadline after(long nanos) {
    return Deadline.after(nanos, time, "shop.Cart#pay");
  }
}
