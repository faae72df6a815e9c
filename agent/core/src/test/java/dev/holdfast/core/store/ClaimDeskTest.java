package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.core.time.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk makes of many calls with one key, and what the store sees of them. */
final class ClaimDeskTest {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration TTL = Duration.ofHours(24);
  private static final StoredKey KEY = StoredKey.of("shop.Cart#pay", List.of(), "order-1");
  private static final Claim MISMATCH = new Claim.Mismatch();
  private static final Claim LOCALLY_HELD = new Claim.InFlight(LEASE);
  private static final Claim HELD_ELSEWHERE = new Claim.InFlight(Duration.ofSeconds(40));
  private static final Settlement PAID = new Settlement.Complete("\"paid\"", TTL);

  private final FakeTime time = new FakeTime();
  private final RecordedStore store = new RecordedStore();
  private final ClaimDesk desk = new ClaimDesk(store, time);

  @Test
  void asksTheStoreOnceForTenThousandDuplicatesAndAnswersThemAll() {
    Hold hold = acquire();
    List<CompletableFuture<Claim>> duplicates =
        IntStream.range(0, 10_000).mapToObj(number -> claim()).toList();

    assertThat(desk.settle(hold, PAID)).isCompletedWithValue(Tenure.HELD);

    assertThat(duplicates)
        .allSatisfy(each -> assertThat(each).isCompletedWithValue(new Claim.Completed("\"paid\"")));
    assertThat(store.steps()).containsExactly("claim a", "complete 1 \"paid\"");
    assertThat(desk.size()).isZero();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void closesTheStoreOnceTheCallsThatAreRunningHaveToldHowTheyEnded() {
    Hold hold = acquire();

    desk.close();
    desk.settle(hold, PAID);

    assertThat(store.steps()).containsExactly("claim a", "complete 1 \"paid\"", "close");
  }

  @Test
  void passesARememberedFailureOn() {
    Hold hold = acquire();
    CompletableFuture<Claim> duplicate = claim();

    desk.settle(hold, new Settlement.Fail("\"declined\"", TTL));

    assertThat(duplicate).isCompletedWithValue(new Claim.Failed("\"declined\""));
    assertThat(store.steps()).containsExactly("claim a", "fail 1 \"declined\"");
  }

  @Test
  void letsTheNextInLineCallWhenTheFirstCameToNothing() {
    Hold hold = acquire();
    CompletableFuture<Claim> second = claim();
    CompletableFuture<Claim> third = claim();

    store.willAnswer(new Claim.Acquired(2, false));
    desk.settle(hold, new Settlement.Release());

    assertThat(second).isCompletedWithValue(new Claim.Acquired(2, false));
    assertThat(third).isNotDone();
    desk.settle(new Hold(KEY, 2), PAID);
    assertThat(third).isCompletedWithValue(new Claim.Completed("\"paid\""));
    assertThat(store.steps())
        .containsExactly("claim a", "release 1", "claim a", "complete 2 \"paid\"");
  }

  @Test
  void endsTheLeaseOfATakenOverCallThatIsNotMadeSoThatTheNextLearnsOfTheLostHolder() {
    Claim.Acquired takenOver = new Claim.Acquired(2, true);
    store.willAnswer(takenOver);
    claim();
    CompletableFuture<Claim> next = claim();
    store.willAnswer(new Claim.Acquired(3, true));

    desk.giveBack(KEY, takenOver);

    assertThat(next).isCompletedWithValue(new Claim.Acquired(3, true));
    assertThat(store.steps()).containsExactly("claim a", "renew 2", "claim a");
  }

  @Test
  void answersAtOnceThoseWhoDoNotWait() {
    acquire();

    assertThat(claim("a", Concurrent.REJECT)).isCompletedWithValue(LOCALLY_HELD);
    assertThat(claim("b", Concurrent.REJECT)).isCompletedWithValue(MISMATCH);
    assertThat(claim("b", Concurrent.WAIT)).isCompletedWithValue(MISMATCH);
    assertThat(store.steps()).containsExactly("claim a");
  }

  @Test
  void answersThoseWhoAskedWhileTheStoreWasAsked() {
    CompletableFuture<Claim> answer = store.willAnswerLater();
    CompletableFuture<Claim> first = claim();
    CompletableFuture<Claim> other = claim("b", Concurrent.WAIT);
    CompletableFuture<Claim> impatient = claim("a", Concurrent.REJECT);
    CompletableFuture<Claim> patient = claim();
    assertThat(List.of(first, other, impatient, patient)).noneMatch(CompletableFuture::isDone);

    answer.complete(new Claim.Acquired(1, false));

    assertThat(first).isCompletedWithValue(new Claim.Acquired(1, false));
    assertThat(other).isCompletedWithValue(MISMATCH);
    assertThat(impatient).isCompletedWithValue(LOCALLY_HELD);
    assertThat(patient).isNotDone();
  }

  @Test
  void asksForThoseWhoseArgumentsDifferFromTheOnesThatDidNotMatch() {
    CompletableFuture<Claim> answer = store.willAnswerLater();
    CompletableFuture<Claim> first = claim("b", Concurrent.WAIT);
    CompletableFuture<Claim> alike = claim("b", Concurrent.WAIT);
    CompletableFuture<Claim> right = claim("a", Concurrent.WAIT);
    store.willAnswer(new Claim.Completed("\"paid\""));

    answer.complete(MISMATCH);

    assertThat(first).isCompletedWithValue(MISMATCH);
    assertThat(alike).isCompletedWithValue(MISMATCH);
    assertThat(right).isCompletedWithValue(new Claim.Completed("\"paid\""));
    assertThat(store.steps()).containsExactly("claim b", "claim a");
    assertThat(desk.size()).isZero();
  }

  @Test
  void pollsOnceForAllWhoWaitForAKeyThatIsHeldElsewhere() {
    Stream.generate(() -> HELD_ELSEWHERE).limit(3).forEach(store::willAnswer);
    List<CompletableFuture<Claim>> waiters =
        IntStream.range(0, 100).mapToObj(number -> claim()).toList();
    assertThat(time.pendingAlarms()).isEqualTo(1);
    assertThat(claim("a", Concurrent.REJECT)).isCompletedWithValue(LOCALLY_HELD);

    time.advance(Duration.ofMillis(50).toNanos());
    time.advance(Duration.ofMillis(100).toNanos());
    store.willAnswer(new Claim.Completed("\"paid\""));
    time.advance(Duration.ofMillis(200).toNanos());

    assertThat(waiters)
        .allSatisfy(each -> assertThat(each).isCompletedWithValue(new Claim.Completed("\"paid\"")));
    assertThat(store.steps()).containsExactly("claim a", "claim a", "claim a", "claim a");
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void leavesThePollToTheNextWhenTheLeaderLeaves() {
    store.willAnswer(HELD_ELSEWHERE);
    CompletableFuture<Claim> leader = claim();
    CompletableFuture<Claim> next = claim();

    leader.cancel(false);
    store.willAnswer(new Claim.Completed("\"paid\""));
    time.advance(Duration.ofMillis(50).toNanos());

    assertThat(next).isCompletedWithValue(new Claim.Completed("\"paid\""));
  }

  @Test
  void stopsPollingWhenEverybodyHasLeft() {
    store.willAnswer(HELD_ELSEWHERE);
    CompletableFuture<Claim> leader = claim();
    CompletableFuture<Claim> next = claim();

    next.cancel(false);
    leader.cancel(false);

    assertThat(time.pendingAlarms()).isZero();
    assertThat(desk.size()).isZero();
  }

  @Test
  void pollsOnForOthersWhenTheFirstDidNotWantToWait() {
    CompletableFuture<Claim> answer = store.willAnswerLater();
    CompletableFuture<Claim> impatient = claim("a", Concurrent.REJECT);
    CompletableFuture<Claim> patient = claim();

    answer.complete(HELD_ELSEWHERE);
    assertThat(impatient).isCompletedWithValue(HELD_ELSEWHERE);
    store.willAnswer(new Claim.Unknown());
    time.advance(Duration.ofMillis(50).toNanos());

    assertThat(patient).isCompletedWithValue(new Claim.Unknown());
  }

  @ParameterizedTest
  @CsvSource({"false, release 1", "true, renew 1"})
  void givesAKeyBackThatCameTooLate(boolean isTakenOver, String step) {
    CompletableFuture<Claim> answer = store.willAnswerLater();
    CompletableFuture<Claim> gone = claim();

    gone.cancel(false);
    answer.complete(new Claim.Acquired(1, isTakenOver));

    assertThat(store.steps()).containsExactly("claim a", step);
    assertThat(desk.size()).isZero();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void renewsAThirdOfTheLeaseLaterAsLongAsTheKeyIsHeld() {
    Hold hold = acquire();

    time.advance(Duration.ofSeconds(61).toNanos());
    desk.settle(hold, PAID);
    time.advance(Duration.ofSeconds(61).toNanos());

    assertThat(store.steps())
        .containsExactly("claim a", "renew 1", "renew 1", "renew 1", "complete 1 \"paid\"");
  }

  @Test
  void renewsOnAfterAFailureAndNoMoreAfterALoss() {
    acquire();
    store.failOnce(new StoreFailure("connection reset"));
    time.advance(Duration.ofSeconds(41).toNanos());
    store.lose();
    time.advance(Duration.ofSeconds(61).toNanos());

    assertThat(store.steps()).containsExactly("claim a", "renew 1", "renew 1", "renew 1");
  }

  @Test
  void asksAgainForTheLineWhenTheHolderHasLostTheKey() {
    Hold hold = acquire();
    CompletableFuture<Claim> duplicate = claim();
    store.lose();
    store.willAnswer(new Claim.Completed("\"paid elsewhere\""));

    assertThat(desk.settle(hold, PAID)).isCompletedWithValue(Tenure.LOST);
    assertThat(duplicate).isCompletedWithValue(new Claim.Completed("\"paid elsewhere\""));
  }

  @Test
  void failsAllWhoWaitWhenTheStoreCannotBeReached() {
    CompletableFuture<Claim> answer = store.willAnswerLater();
    CompletableFuture<Claim> first = claim();
    CompletableFuture<Claim> second = claim();

    answer.completeExceptionally(new StoreFailure("connection refused"));

    for (CompletableFuture<Claim> each : List.of(first, second)) {
      assertThatThrownBy(each::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .hasMessage("connection refused");
    }
    assertThat(desk.size()).isZero();
  }

  @Test
  void asksAgainForTheLineWhenAResultCouldNotBeStored() {
    Hold hold = acquire();
    CompletableFuture<Claim> duplicate = claim();
    store.failOnce(new StoreFailure("connection reset"));
    store.willAnswer(HELD_ELSEWHERE);

    assertThat(desk.settle(hold, PAID).toCompletableFuture()).isCompletedExceptionally();
    assertThat(duplicate).isNotDone();
    store.willAnswer(new Claim.Acquired(2, true));
    time.advance(Duration.ofMillis(50).toNanos());
    assertThat(duplicate).isCompletedWithValue(new Claim.Acquired(2, true));
  }

  @Test
  void waitsOnForACallInFlightWhileTheStoreCannotBeReached() {
    store.willAnswer(HELD_ELSEWHERE);
    CompletableFuture<Claim> duplicate = claim();
    store.willAnswerLater().completeExceptionally(new StoreFailure("connection reset"));
    time.advance(Duration.ofMillis(50).toNanos());
    assertThat(duplicate).isNotDone();
    assertThat(claim("a", Concurrent.REJECT)).isCompletedWithValue(LOCALLY_HELD);

    store.willAnswer(new Claim.Completed("\"paid\""));
    time.advance(Duration.ofMillis(100).toNanos());

    assertThat(duplicate).isCompletedWithValue(new Claim.Completed("\"paid\""));
    assertThat(store.steps()).containsExactly("claim a", "claim a", "claim a");
  }

  @Test
  void failsTheLineWhenTheStoreCannotBeReachedAfterTheKeyWasReleased() {
    Hold hold = acquire();
    CompletableFuture<Claim> duplicate = claim();
    store.willAnswerLater().completeExceptionally(new StoreFailure("connection reset"));

    desk.settle(hold, new Settlement.Release());

    assertThat(duplicate).isCompletedExceptionally();
    assertThat(desk.size()).isZero();
  }

  @Test
  void refusesToSettleWhatNobodyHolds() {
    assertThatThrownBy(() -> desk.settle(new Hold(KEY, 7), PAID))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not held here");
  }

  private Hold acquire() {
    store.willAnswer(new Claim.Acquired(1, false));
    assertThat(claim()).isCompletedWithValue(new Claim.Acquired(1, false));
    return new Hold(KEY, 1);
  }

  private CompletableFuture<Claim> claim() {
    return claim("a", Concurrent.WAIT);
  }

  private CompletableFuture<Claim> claim(String fingerprint, Concurrent whenHeld) {
    return desk.claim(new ClaimRequest(KEY, Optional.of(fingerprint), LEASE, TTL, true), whenHeld);
  }
}
