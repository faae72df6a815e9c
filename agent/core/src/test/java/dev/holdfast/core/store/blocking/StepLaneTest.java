package dev.holdfast.core.store.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which steps are asked together, and what becomes of the others when one fails. */
final class StepLaneTest {

  private static final ClaimRequest REQUEST =
      new ClaimRequest(
          StoredKey.of("shop.Cart#pay", List.of(), "order-1"),
          Optional.empty(),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          true);

  private final FakeTime time = new FakeTime();
  private final ScriptedStore store = new ScriptedStore();
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private boolean isFull;
  private final StoreSteps steps =
      new StoreSteps(
          "holdfast.store",
          new LazyStore(() -> store),
          this::execute,
          new Reachability(time),
          new Secrets(List.of()),
          new ReachabilityListener() {
            @Override
            public void isAway(String reason) {}

            @Override
            public void isBack() {}
          },
          time);
  private final StepLane<ClaimStep, Claim> lane =
      new StepLane<>(
          steps,
          Patience.SHORT,
          (open, step) -> open.claim(step.request(), step.owner()),
          BlockingStore::claimAll);

  @Test
  void asksForWhoComesAloneAlone() {
    CompletableFuture<Claim> claim = claim("a");
    runThreads();

    assertThat(claim).isCompletedWithValue(new Claim.Acquired(7, false));
    assertThat(store.asked).containsExactly("claim");
  }

  @Test
  void asksTogetherForThoseWhoWait() {
    List<CompletableFuture<Claim>> claims = claims(3);
    runThreads();

    assertThat(store.asked).containsExactly("claims of [0, 1, 2]");
    assertThat(claims)
        .extracting(CompletableFuture::join)
        .containsExactly(
            new Claim.Acquired(0, false),
            new Claim.Acquired(1, false),
            new Claim.Acquired(2, false));
  }

  @Test
  void asksForFewAtOnceSoThatNobodyWaitsLong() {
    List<CompletableFuture<Claim>> claims = claims(70);
    runThreads();

    assertThat(store.asked).hasSize(3);
    assertThat(claims).allMatch(CompletableFuture::isDone);
  }

  @Test
  void usesTwoThreadsHoweverManyWait() {
    claims(1_000);

    assertThat(threads).hasSize(2);
  }

  @Test
  void asksByThemselvesForThoseWhomTheGroupLeavesOut() {
    store.script.add(() -> null);

    List<CompletableFuture<Claim>> claims = claims(2);
    runThreads();

    assertThat(store.asked).containsExactly("claims of [0, 1]", "claim");
    assertThat(claims.get(0)).isCompletedWithValue(new Claim.Acquired(7, false));
    assertThat(claims.get(1)).isCompletedWithValue(new Claim.Acquired(1, false));
  }

  @Test
  void triesEachByItselfWhenTheGroupIsCutOff() {
    store.script.add(
        () -> {
          throw new IOException("connection reset");
        });

    List<CompletableFuture<Claim>> claims = claims(2);
    runThreads();

    assertThat(store.asked).containsExactly("claims of [0, 1]", "distrust", "claim", "claim");
    assertThat(claims).allMatch(claim -> claim.join().equals(new Claim.Acquired(7, false)));
  }

  @Test
  void doesNotAskAgainForWhoWasAnsweredWhenTheNextCannotBe() {
    List<CompletableFuture<Claim>> late = new ArrayList<>();
    for (String owner : List.of("a", "b")) {
      late.add(
          lane.run(
              new ClaimStep(REQUEST, owner),
              claim -> {
                throw new IllegalStateException("nobody takes " + claim);
              }));
    }
    CompletableFuture<Claim> inTime = late.remove(0);
    late.get(0).cancel(false);

    assertThatThrownBy(this::runThreads).isInstanceOf(IllegalStateException.class);
    runThreads();

    assertThat(inTime).isCompletedWithValue(new Claim.Acquired(0, false));
    assertThat(store.asked).containsExactly("claims of [a, b]");
  }

  @Test
  void failsOnlyTheOneThatTheStoreCannotDo() {
    for (int times = 0; times < 2; times++) {
      store.script.add(
          () -> {
            throw new StoreFailure("the row of a key is damaged");
          });
    }

    List<CompletableFuture<Claim>> claims = claims(2);
    runThreads();

    assertThat(store.asked).containsExactly("claims of [0, 1]", "claim", "claim");
    assertThatThrownBy(claims.get(0)::join).hasMessageContaining("the row of a key is damaged");
    assertThat(claims.get(1)).isCompletedWithValue(new Claim.Acquired(7, false));
  }

  @Test
  void refusesAllTogetherWhileTheStoreIsAway() {
    for (int times = 0; times < 3; times++) {
      store.script.add(
          () -> {
            throw new IOException("connection reset");
          });
    }
    claims(2);
    runThreads();
    store.asked.clear();

    List<CompletableFuture<Claim>> claims = claims(2);
    runThreads();

    assertThat(store.asked).isEmpty();
    assertThatThrownBy(claims.get(0)::join).hasMessageContaining("cannot be reached");
    assertThatThrownBy(claims.get(1)::join).hasMessageContaining("cannot be reached");
  }

  @Test
  void goesOnAfterTheThreadsWereAllBusy() {
    isFull = true;
    CompletableFuture<Claim> refused = claim("a");
    isFull = false;

    CompletableFuture<Claim> claim = claim("b");
    runThreads();

    assertThatThrownBy(refused::join).hasMessageContaining("holdfast.store is busy");
    assertThat(claim).isCompletedWithValue(new Claim.Acquired(7, false));
  }

  @Test
  void refusesWhatTheQueueDoesNotHold() {
    List<CompletableFuture<Claim>> claims = claims(StoreThreads.LONGEST_QUEUE + 1);

    assertThatThrownBy(claims.get(StoreThreads.LONGEST_QUEUE)::join)
        .hasMessageContaining("holdfast.store is busy: 10000 steps wait for it");
    runThreads();
    assertThat(claims).allMatch(CompletableFuture::isDone);
  }

  private void execute(Runnable task) {
    if (isFull) {
      throw new RejectedExecutionException();
    }
    threads.add(task);
  }

  private List<CompletableFuture<Claim>> claims(int count) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(owner -> claim(Integer.toString(owner))).toList());
  }

  private CompletableFuture<Claim> claim(String owner) {
    return lane.run(new ClaimStep(REQUEST, owner), claim -> {});
  }

  private void runThreads() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }
}
