package dev.holdfast.core.store.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How steps are run, tried again, refused and given up. */
final class StoreStepsTest {

  private static final Callable<Object> CUT =
      () -> {
        throw new IOException("connection reset; password=hunter2");
      };

  private static final ClaimRequest REQUEST =
      new ClaimRequest(
          StoredKey.of("shop.Cart#pay", List.of(), "order-1"),
          Optional.empty(),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          true);

  private final FakeTime time = new FakeTime();
  private final ScriptedStore store = new ScriptedStore();
  private final List<String> told = new ArrayList<>();
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private boolean isFull;
  private int opened;
  private final StoreSteps steps =
      new StoreSteps(
          "holdfast.store",
          new LazyStore(
              () -> {
                opened++;
                return store;
              }),
          this::execute,
          new Reachability(time),
          new Secrets(List.of("hunter2")),
          new ReachabilityListener() {
            @Override
            public void isAway(String reason) {
              told.add("away: " + reason);
            }

            @Override
            public void isBack() {
              told.add("back");
            }
          },
          time);

  @Test
  void opensTheStoreByTheFirstStepAndOnAThreadOfItsOwn() {
    CompletableFuture<Claim> claim = claim(Patience.SHORT);

    assertThat(opened).isZero();
    runThreads();
    assertThat(claim).isCompletedWithValue(new Claim.Acquired(7, false));
    claim(Patience.SHORT);
    runThreads();
    assertThat(opened).isEqualTo(1);
  }

  @Test
  void closesWhatIsOpenAndOpensItAnewForAStepThatComesLater() {
    steps.close();
    claim(Patience.SHORT);
    runThreads();

    steps.close();
    claim(Patience.SHORT);
    runThreads();

    assertThat(store.asked).containsExactly("claim", "close", "claim");
    assertThat(opened).isEqualTo(2);
  }

  @Test
  void triesOnceMoreBecauseAConnectionMayHaveBeenStale() {
    store.script.add(CUT);

    CompletableFuture<Claim> claim = claim(Patience.SHORT);
    runThreads();

    assertThat(claim).isCompletedWithValue(new Claim.Acquired(7, false));
    assertThat(store.asked).containsExactly("claim", "distrust", "claim");
    assertThat(told).isEmpty();
  }

  @Test
  void tellsOfAStoreThatIsAwayOnceAndWithoutSecrets() {
    store.script.add(CUT);
    store.script.add(CUT);

    CompletableFuture<Claim> claim = claim(Patience.SHORT);
    runThreads();

    assertFails(
        claim, "holdfast.store cannot be reached: IOException: connection reset; password=***");
    assertThat(told).containsExactly("away: IOException: connection reset; password=***");
  }

  @Test
  void takesAReleaseThatIsToldTwiceForDone() {
    store.script.add(CUT);
    store.script.add(() -> Tenure.LOST);
    CompletableFuture<Tenure> released = release();

    assertThat(released).isCompletedWithValue(Tenure.HELD);
  }

  @Test
  void tellsThatAKeyWasLostThatIsReleasedOnce() {
    store.script.add(() -> Tenure.LOST);
    CompletableFuture<Tenure> released = release();

    assertThat(released).isCompletedWithValue(Tenure.LOST);
  }

  @Test
  void refusesWithoutAskingWhileTheStoreIsAway() {
    goAway();
    store.asked.clear();

    CompletableFuture<Claim> claim = claim(Patience.SHORT);
    runThreads();

    assertThat(store.asked).isEmpty();
    assertThatThrownBy(claim::join)
        .cause()
        .hasMessageMatching(
            "holdfast.store cannot be reached: IOException: connection reset; password=\\*\\*\\*;"
                + " next try in \\d+ ms");
  }

  @Test
  void triesOneStepWhenTheDelayIsOverAndIsBackWithIt() {
    goAway();
    time.advance(Duration.ofMillis(100).toNanos());

    CompletableFuture<Claim> trial = claim(Patience.SHORT);
    CompletableFuture<Claim> other = claim(Patience.SHORT);
    threads.remove().run();

    assertThat(trial).isCompletedWithValue(new Claim.Acquired(7, false));
    assertThat(told).endsWith("back");
    runThreads();
    assertThat(other).isCompletedWithValue(new Claim.Acquired(7, false));
  }

  @Test
  void goesOnTellingHowACallEndedForAMinute() {
    goAway();
    store.script.add(CUT);
    store.script.add(CUT);

    CompletableFuture<Claim> patient = claim(Patience.LONG);
    for (int second = 0; second < 30; second++) {
      runThreads();
      time.advance(Duration.ofSeconds(1).toNanos());
    }

    assertThat(patient).isCompletedWithValue(new Claim.Acquired(7, false));
  }

  @Test
  void answersWithinTheLimitAndHandsOnWhatComesTooLate() {
    List<Claim> late = new ArrayList<>();
    CompletableFuture<Claim> claim =
        steps.run(open -> open.claim(REQUEST, "owner"), Patience.SHORT, late::add);

    time.advance(Patience.SHORT.limitNanos());

    assertFails(claim, "holdfast.store did not answer within 5 s");
    runThreads();
    assertThat(late).containsExactly(new Claim.Acquired(7, false));
  }

  @Test
  void asksAgainForAClaimThatMayHaveComeThroughWhenItsAskerHasGone() {
    store.script.add(CUT);
    store.script.add(CUT);
    List<Claim> late = new ArrayList<>();
    CompletableFuture<Claim> claim =
        steps.run(open -> open.claim(REQUEST, "owner"), Patience.CLAIM, late::add);

    runThreads();
    assertThat(claim).isCompletedExceptionally();
    time.advance(Duration.ofSeconds(1).toNanos());
    runThreads();

    assertThat(late).containsExactly(new Claim.Acquired(7, false));
  }

  @Test
  void forgetsAClaimThatWasNeverTried() {
    goAway();
    store.asked.clear();
    claim(Patience.CLAIM);
    runThreads();

    time.advance(Duration.ofSeconds(1).toNanos());
    runThreads();

    assertThat(store.asked).isEmpty();
  }

  @Test
  void tellsHowACallEndedAlthoughTooManyWait() {
    isFull = true;
    CompletableFuture<Claim> patient = claim(Patience.LONG);
    CompletableFuture<Claim> impatient = claim(Patience.CLAIM);
    isFull = false;
    time.advance(Duration.ofSeconds(1).toNanos());
    runThreads();

    assertThat(patient).isCompletedWithValue(new Claim.Acquired(7, false));
    assertFails(impatient, "holdfast.store is busy: 10000 steps wait for it");
  }

  @Test
  void answersWhoTellsHowACallEndedWhenItIsTriedNoLonger() {
    CompletableFuture<Claim> settled = claim(Patience.LONG);

    time.advance(Patience.SHORT.limitNanos());
    assertThat(settled).isNotDone();
    time.advance(Duration.ofMinutes(1).toNanos());

    assertFails(settled, "holdfast.store did not answer within 65 s");
  }

  @Test
  void takesAnAnswerOfTheStoreForWhatItIs() {
    store.script.add(
        () -> {
          throw new StoreFailure("the entry of a key is not one that this agent wrote");
        });

    CompletableFuture<Claim> claim = claim(Patience.SHORT);
    runThreads();

    assertFails(claim, "the entry of a key is not one that this agent wrote");
    assertThat(store.asked).containsExactly("claim");
    assertThat(told).isEmpty();
  }

  private CompletableFuture<Tenure> release() {
    ReleaseStep step = new ReleaseStep(new Hold(REQUEST.key(), 7));
    CompletableFuture<Tenure> released = steps.run(step, Patience.LONG, tenure -> {});
    runThreads();
    return released;
  }

  private void goAway() {
    store.script.add(CUT);
    store.script.add(CUT);
    claim(Patience.SHORT);
    runThreads();
  }

  private CompletableFuture<Claim> claim(Patience patience) {
    return steps.run(open -> open.claim(REQUEST, "owner"), patience, claim -> {});
  }

  private void execute(Runnable task) {
    if (isFull) {
      throw new RejectedExecutionException();
    }
    threads.add(task);
  }

  private void runThreads() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }

  private static void assertFails(CompletableFuture<?> future, String message) {
    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessage(message);
  }
}
