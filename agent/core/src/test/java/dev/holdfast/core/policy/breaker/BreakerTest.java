package dev.holdfast.core.policy.breaker;

import static dev.holdfast.core.policy.breaker.BreakerView.Position.CLOSED;
import static dev.holdfast.core.policy.breaker.BreakerView.Position.HALF_OPEN;
import static dev.holdfast.core.policy.breaker.BreakerView.Position.OPEN;
import static dev.holdfast.core.policy.breaker.Lab.LIMITS;
import static dev.holdfast.core.policy.breaker.Lab.MAX_OPEN_FOR;
import static dev.holdfast.core.policy.breaker.Lab.OPEN_FOR;
import static dev.holdfast.core.policy.breaker.Verdict.FAILURE;
import static dev.holdfast.core.policy.breaker.Verdict.NEUTRAL;
import static dev.holdfast.core.policy.breaker.Verdict.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.Admission.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final Duration BEFORE_IT_IS_OVER = OPEN_FOR.minusNanos(1);

  private final Lab lab = new Lab(LIMITS);

  @Test
  void opensAtTheFailureRateAndNotBelow() {
    lab.calls(6, SUCCESS);
    lab.calls(4, FAILURE);
    BreakerView below = lab.breaker.view();

    lab.calls(1, FAILURE);

    assertThat(below.position()).isEqualTo(CLOSED);
    assertThat(below.tally()).isEqualTo(new Tally(10, 4, 0));
    assertThat(lab.breaker.view())
        .isEqualTo(
            new BreakerView(
                BreakerId.of("shop.Cart#pay"), OPEN, 1, new Tally(10, 5, 0), OPEN_FOR, 0, 0, 0));
  }

  @Test
  void decidesOnNoFewerThanTheMinimumOfCalls() {
    lab.calls(3, FAILURE);
    BreakerView.Position before = lab.position();

    lab.calls(1, FAILURE);

    assertThat(before).isEqualTo(CLOSED);
    assertThat(lab.position()).isEqualTo(OPEN);
  }

  @Test
  void aSuccessThatMakesTheMinimumFullIsADecisionToo() {
    lab.calls(3, FAILURE);

    lab.calls(1, SUCCESS);

    assertThat(lab.breaker.view().tally()).isEqualTo(new Tally(4, 3, 0));
    assertThat(lab.position()).isEqualTo(OPEN);
  }

  @Test
  void forgetsWhatHasLeftTheWindow() {
    lab.calls(1, SUCCESS);
    lab.calls(2, SUCCESS);
    lab.calls(4, SUCCESS);
    lab.calls(4, FAILURE);
    lab.calls(10, SUCCESS);

    assertThat(lab.breaker.view().tally()).isEqualTo(new Tally(10, 0, 0));
  }

  @Test
  void whatCountsNeitherWayIsNotInTheWindow() {
    lab.calls(100, NEUTRAL);

    assertThat(lab.breaker.view().tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void refusesWithTheTimeUntilTheNextTrialWhileItIsOpen() {
    lab.open();

    Admission atOnce = lab.breaker.admit();
    lab.advance(Duration.ofSeconds(29));
    Admission later = lab.breaker.admit();

    assertThat(atOnce).isEqualTo(new Refused(100, OPEN_FOR.toNanos()));
    assertThat(later).isEqualTo(new Refused(100, Duration.ofSeconds(1).toNanos()));
  }

  @Test
  void letsTrialsThroughWhenTheTimeIsOverAndNotBefore() {
    lab.open();

    lab.advance(BEFORE_IT_IS_OVER);
    Admission before = lab.breaker.admit();
    lab.advance(Duration.ofNanos(1));
    Admission then = lab.breaker.admit();

    assertThat(before).isEqualTo(new Refused(100, 1));
    assertThat(then).isInstanceOf(Trial.class);
    assertThat(lab.position()).isEqualTo(HALF_OPEN);
  }

  @Test
  void letsNoMoreTrialsThroughAtOnceThanAllowed() {
    lab.due();
    List<Permit> trials = lab.running(2);

    Admission third = lab.breaker.admit();
    lab.breaker.end(trials.get(0), SUCCESS);
    Admission afterOneEnded = lab.breaker.admit();

    assertThat(third).isEqualTo(new Refused(100, 0));
    assertThat(afterOneEnded).isInstanceOf(Trial.class);
  }

  @Test
  void closesWithAnEmptyWindowWhenEnoughTrialsEndedWell() {
    lab.due();

    lab.calls(1, SUCCESS);
    BreakerView.Position afterOne = lab.position();
    lab.calls(1, SUCCESS);

    assertThat(afterOne).isEqualTo(HALF_OPEN);
    assertThat(lab.breaker.view())
        .isEqualTo(
            new BreakerView(
                BreakerId.of("shop.Cart#pay"), CLOSED, 3, Tally.NONE, Duration.ZERO, 0, 0, 0));
  }

  @Test
  void oneFailedTrialOpensItAgain() {
    lab.due();
    lab.calls(1, SUCCESS);

    lab.calls(1, FAILURE);

    assertThat(lab.position()).isEqualTo(OPEN);
  }

  @Test
  void theOpenTimeDoublesWithEachFailedTrialUpToTheMaximum() {
    lab.due();
    List<Duration> openTimes = new ArrayList<>();

    for (int trial = 0; trial < 4; trial++) {
      lab.calls(1, FAILURE);
      openTimes.add(lab.breaker.view().nextTrial());
      lab.advance(lab.breaker.view().nextTrial());
    }

    assertThat(openTimes)
        .containsExactly(OPEN_FOR.multipliedBy(2), MAX_OPEN_FOR, MAX_OPEN_FOR, MAX_OPEN_FOR);
  }

  @Test
  void theOpenTimeStartsOverOnceItHasClosed() {
    lab.due();
    lab.calls(1, FAILURE);
    lab.advance(OPEN_FOR.multipliedBy(2));
    lab.calls(2, SUCCESS);

    lab.open();

    assertThat(lab.breaker.view().nextTrial()).isEqualTo(OPEN_FOR);
  }

  @Test
  void aTrialThatCountsNeitherWayGivesItsPermitBack() {
    lab.due();

    lab.calls(100, NEUTRAL);

    assertThat(lab.breaker.view().trialsOut()).isZero();
    assertThat(lab.breaker.view().trialsGood()).isZero();
    assertThat(lab.position()).isEqualTo(HALF_OPEN);
  }

  @Test
  void aTrialThatHangsLapsesAndHoldsUpNothing() {
    lab.due();
    lab.running(2);

    lab.advance(BEFORE_IT_IS_OVER);
    Admission before = lab.breaker.admit();
    lab.advance(Duration.ofNanos(1));
    lab.calls(2, SUCCESS);

    assertThat(before).isInstanceOf(Refused.class);
    assertThat(lab.position()).isEqualTo(CLOSED);
  }

  @Test
  void whatALapsedTrialEndsWithCountsNeitherWay() {
    lab.due();
    List<Permit> hung = lab.running(2);
    lab.advance(OPEN_FOR);

    lab.breaker.end(hung.get(0), FAILURE);
    lab.breaker.end(hung.get(1), SUCCESS);

    assertThat(lab.position()).isEqualTo(HALF_OPEN);
    assertThat(lab.breaker.view().trialsOut()).isZero();
    assertThat(lab.breaker.view().trialsGood()).isZero();
  }

  @Test
  void outcomesOfAnEarlierGenerationChangeNothing() {
    List<Permit> fromClosed = lab.running(4);
    lab.due();
    List<Permit> fromHalfOpen = lab.running(2);

    fromClosed.forEach(permit -> lab.breaker.end(permit, SUCCESS));
    BreakerView halfOpen = lab.breaker.view();
    lab.breaker.end(fromHalfOpen.get(0), FAILURE);
    lab.advance(OPEN_FOR.multipliedBy(2));
    lab.calls(1, SUCCESS);
    lab.breaker.end(fromHalfOpen.get(1), FAILURE);
    lab.calls(1, SUCCESS);
    fromClosed.forEach(permit -> lab.breaker.end(permit, FAILURE));

    assertThat(halfOpen.position()).isEqualTo(HALF_OPEN);
    assertThat(halfOpen.trialsGood()).isZero();
    assertThat(lab.position()).isEqualTo(CLOSED);
    assertThat(lab.breaker.view().tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void aServersDemandOpensItForThatLong() {
    Duration demand = Duration.ofSeconds(7);

    lab.calls(1, Verdict.failure(demand.toNanos()));

    assertThat(lab.breaker.view().nextTrial()).isEqualTo(demand);
  }

  @Test
  void aServersDemandOpensItNoLongerThanTheMaximum() {
    lab.calls(1, Verdict.failure(Duration.ofDays(1).toNanos()));

    assertThat(lab.breaker.view().nextTrial()).isEqualTo(MAX_OPEN_FOR);
  }

  @Test
  void aDemandOfAFailedTrialIsTheLeastThatItOpensFor() {
    lab.due();
    Duration demand = OPEN_FOR.multipliedBy(2).plusSeconds(1);

    lab.calls(1, Verdict.failure(demand.toNanos()));

    assertThat(lab.breaker.view().nextTrial()).isEqualTo(demand);
  }

  @Test
  void tellsEachTransitionOnceAndNothingElse() {
    lab.due();
    lab.running(1);
    lab.calls(1, FAILURE);
    lab.advance(OPEN_FOR.multipliedBy(2));
    lab.calls(2, SUCCESS);
    lab.calls(3, SUCCESS);

    assertThat(lab.sentences())
        .containsExactly(
            "breaker shop.Cart#pay is open for 30.0 s:"
                + " of 4 calls 4 failed (100.0 %), 0 were slow (0.0 %)",
            "breaker shop.Cart#pay is half-open: trial calls run",
            "breaker shop.Cart#pay is open for 60.0 s: its trial failed",
            "breaker shop.Cart#pay is half-open: trial calls run",
            "breaker shop.Cart#pay is closed: its trials went well");
  }

  @Test
  void otherLimitsKeepTheWindowAndAreAppliedAtOnce() {
    Permit before = lab.admitted();
    lab.calls(6, SUCCESS);
    lab.calls(3, FAILURE);

    lab.breaker.configure(Lab.limits(new WindowSize.Calls(10), 40, Duration.ZERO, 100));
    BreakerView.Position at30Percent = lab.position();
    lab.breaker.end(before, FAILURE);

    assertThat(at30Percent).isEqualTo(CLOSED);
    assertThat(lab.position()).isEqualTo(OPEN);
  }

  @Test
  void lowerLimitsThanTheWindowHoldsOpenItWithoutAnotherCall() {
    lab.calls(6, SUCCESS);
    lab.calls(4, FAILURE);

    lab.breaker.configure(Lab.limits(new WindowSize.Calls(10), 40, Duration.ZERO, 100));

    assertThat(lab.position()).isEqualTo(OPEN);
  }

  @Test
  void anotherWindowSizeStartsAnEmptyWindow() {
    Permit before = lab.admitted();
    lab.calls(3, FAILURE);

    lab.breaker.configure(
        Lab.limits(new WindowSize.Span(Duration.ofSeconds(10)), 50, Duration.ZERO, 100));
    lab.breaker.end(before, FAILURE);

    assertThat(lab.breaker.view().tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void otherLimitsLeaveItOpenForAsLongAsItWasMeantToBe() {
    lab.open();

    lab.breaker.configure(Lab.limits(new WindowSize.Calls(20), 50, Duration.ZERO, 100));

    assertThat(lab.breaker.view().nextTrial()).isEqualTo(OPEN_FOR);
  }

  @Test
  void opensInATimeWindowToo() {
    Lab timed =
        new Lab(Lab.limits(new WindowSize.Span(Duration.ofSeconds(16)), 50, Duration.ZERO, 100));
    timed.calls(3, FAILURE);
    timed.advance(Duration.ofSeconds(16));
    timed.calls(3, FAILURE);
    BreakerView.Position before = timed.position();

    timed.calls(1, SUCCESS);

    assertThat(before).isEqualTo(CLOSED);
    assertThat(timed.breaker.view().tally()).isEqualTo(new Tally(4, 3, 0));
    assertThat(timed.position()).isEqualTo(OPEN);
  }
}
