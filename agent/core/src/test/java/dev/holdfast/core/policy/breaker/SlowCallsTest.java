package dev.holdfast.core.policy.breaker;

import static dev.holdfast.core.policy.breaker.BreakerView.Position.CLOSED;
import static dev.holdfast.core.policy.breaker.BreakerView.Position.HALF_OPEN;
import static dev.holdfast.core.policy.breaker.BreakerView.Position.OPEN;
import static dev.holdfast.core.policy.breaker.Lab.OPEN_FOR;
import static dev.holdfast.core.policy.breaker.Lab.SLOW;
import static dev.holdfast.core.policy.breaker.Lab.TIMED;
import static dev.holdfast.core.policy.breaker.Verdict.FAILURE;
import static dev.holdfast.core.policy.breaker.Verdict.NEUTRAL;
import static dev.holdfast.core.policy.breaker.Verdict.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.breaker.Admission.Permit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowCallsTest {

  private final Lab lab = new Lab(TIMED);

  @Test
  void aCallIsSlowFromTheLimitOn() {
    Permit fast = lab.admitted();
    lab.advance(SLOW.minusNanos(1));
    lab.breaker.end(fast, SUCCESS);

    Permit slow = lab.admitted();
    lab.advance(SLOW);
    lab.breaker.end(slow, SUCCESS);

    assertThat(lab.breaker.view().tally()).isEqualTo(new Tally(2, 0, 1));
  }

  @Test
  void opensAtTheSlowRate() {
    lab.calls(2, SUCCESS);
    List<Permit> slow = lab.running(2);

    lab.advance(SLOW);
    slow.forEach(permit -> lab.breaker.end(permit, SUCCESS));

    assertThat(lab.position()).isEqualTo(OPEN);
    assertThat(lab.breaker.view().slowRate()).isEqualTo(50);
  }

  @Test
  void callsThatHangOpenItWhileTheyHang() {
    lab.running(4);

    lab.advance(SLOW.minusNanos(1));
    BreakerView.Position before = lab.position();
    lab.advance(Duration.ofNanos(1));

    assertThat(before).isEqualTo(CLOSED);
    assertThat(lab.position()).isEqualTo(OPEN);
    assertThat(lab.breaker.view().tally()).isEqualTo(new Tally(4, 0, 4));
  }

  @Test
  void aCallThatWasCountedWhileItRanIsNotCountedAgain() {
    Permit permit = lab.admitted();
    lab.advance(SLOW.multipliedBy(3));

    lab.breaker.end(permit, SUCCESS);

    assertThat(lab.breaker.view().tally()).isEqualTo(new Tally(1, 0, 1));
  }

  @Test
  void aCallThatWasCountedWhileItRanIsAFailureAsWellIfItFails() {
    lab.calls(3, SUCCESS);
    List<Permit> hung = lab.running(2);
    lab.advance(SLOW);
    Tally before = lab.breaker.view().tally();

    hung.forEach(permit -> lab.breaker.end(permit, FAILURE));

    assertThat(before).isEqualTo(new Tally(5, 0, 2));
    assertThat(lab.breaker.view().tally()).isEqualTo(new Tally(5, 2, 2));
  }

  @Test
  void lateFailuresOfHungCallsOpenItByTheFailureRate() {
    Lab tolerant = new Lab(Lab.limits(new WindowSize.Calls(10), 50, SLOW, 100));
    List<Permit> hung = tolerant.running(2);
    tolerant.advance(SLOW);
    tolerant.calls(2, SUCCESS);

    hung.forEach(permit -> tolerant.breaker.end(permit, FAILURE));

    assertThat(tolerant.position()).isEqualTo(OPEN);
    assertThat(tolerant.breaker.view().failureRate()).isEqualTo(50);
  }

  @Test
  void aSlowCallIsSlowEvenIfItsOutcomeCountsNeitherWay() {
    Permit permit = lab.admitted();
    lab.advance(SLOW);

    lab.breaker.end(permit, NEUTRAL);
    lab.calls(1, NEUTRAL);

    assertThat(lab.breaker.view().tally()).isEqualTo(new Tally(1, 0, 1));
  }

  @Test
  void eachOfSeveralRunningCallsIsSlowInItsTurn() {
    lab.calls(6, SUCCESS);
    lab.running(1);
    lab.advance(SLOW.dividedBy(2));
    Permit second = lab.admitted();

    lab.advance(SLOW.dividedBy(2));
    Tally afterTheFirst = lab.breaker.view().tally();
    lab.advance(SLOW.dividedBy(2));
    Tally afterBoth = lab.breaker.view().tally();
    lab.breaker.end(second, SUCCESS);

    assertThat(afterTheFirst).isEqualTo(new Tally(7, 0, 1));
    assertThat(afterBoth).isEqualTo(new Tally(8, 0, 2));
    assertThat(lab.breaker.view().tally()).isEqualTo(afterBoth);
  }

  @Test
  void noAlarmIsLeftWhenNothingRuns() {
    lab.calls(100, SUCCESS);
    int whileBusy = lab.time.pendingAlarms();

    lab.advance(SLOW);

    assertThat(whileBusy).isEqualTo(1);
    assertThat(lab.time.pendingAlarms()).isZero();
  }

  @Test
  void callsAreTimedOnlyWhereSlowCallsMatter() {
    Lab untimed = new Lab(Lab.LIMITS);

    untimed.running(5);

    assertThat(untimed.time.pendingAlarms()).isZero();
  }

  @Test
  void slowTrialsOpenItAgainAsSoonAsTheyAreTooMany() {
    lab.due();
    lab.running(1);

    lab.advance(SLOW);

    assertThat(lab.position()).isEqualTo(OPEN);
    assertThat(lab.breaker.view().nextTrial()).isEqualTo(OPEN_FOR.multipliedBy(2));
  }

  @Test
  void tooFewSlowTrialsDoNotKeepItFromClosing() {
    Lab tolerant = new Lab(Lab.limits(new WindowSize.Calls(10), 50, SLOW, 100));
    tolerant.due();
    Permit slow = tolerant.admitted();
    tolerant.advance(SLOW);
    BreakerView.Position whileItRuns = tolerant.position();

    tolerant.breaker.end(slow, SUCCESS);
    tolerant.calls(1, SUCCESS);

    assertThat(whileItRuns).isEqualTo(HALF_OPEN);
    assertThat(tolerant.position()).isEqualTo(CLOSED);
  }

  @Test
  void aSlowTrialThatLapsesIsForgotten() {
    Lab tolerant = new Lab(Lab.limits(new WindowSize.Calls(10), 50, SLOW, 100));
    tolerant.due();
    tolerant.running(1);
    tolerant.advance(OPEN_FOR);
    Permit slow = tolerant.admitted();
    tolerant.advance(SLOW);
    tolerant.breaker.end(slow, SUCCESS);

    tolerant.calls(1, SUCCESS);

    assertThat(tolerant.position()).isEqualTo(CLOSED);
  }

  @Test
  void callsThatBeganBeforeSlowCallsMatteredAreNotJudged() {
    Lab changed = new Lab(Lab.LIMITS);
    Permit before = changed.admitted();
    changed.breaker.configure(TIMED);
    changed.advance(SLOW);

    changed.breaker.end(before, SUCCESS);

    assertThat(changed.breaker.view().tally()).isEqualTo(new Tally(1, 0, 0));
  }

  @Test
  void aShorterLimitIsInForceAtOnceHoweverLongTheOldOneWas() {
    Duration hour = Duration.ofHours(1);
    Lab patient = new Lab(Lab.limits(new WindowSize.Calls(10), 50, hour, 50));
    patient.calls(1, SUCCESS);

    patient.breaker.configure(TIMED);
    patient.running(4);
    patient.advance(SLOW);

    assertThat(patient.position()).isEqualTo(OPEN);
  }

  @Test
  void callsThatRunWhenSlowCallsCeaseToMatterAreLetGo() {
    List<Permit> before = lab.running(4);
    lab.breaker.configure(Lab.LIMITS);

    lab.advance(SLOW);
    before.forEach(permit -> lab.breaker.end(permit, SUCCESS));

    assertThat(lab.time.pendingAlarms()).isZero();
    assertThat(lab.position()).isEqualTo(CLOSED);
  }
}
