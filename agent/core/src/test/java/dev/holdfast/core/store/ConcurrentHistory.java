package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A random history of steps on one key that several threads make at once, round by round, with time
 * that passes in between. There must be an order of each round's steps, in which none comes before
 * one that had been answered when it began, and in which the naive store gives the same answers.
 */
final class ConcurrentHistory {

  private static final int ROUNDS = 5;
  private static final int THREADS = 3;
  private static final int STEPS = 2;
  private static final List<String> FINGERPRINTS = List.of("one", "one", "other", "");

  /** Sums of these come no closer than 15 s to the end of a lease or a result. */
  private static final List<Duration> PASSES =
      List.of(Duration.ZERO, Duration.ofSeconds(45), Duration.ofSeconds(200));

  private final IdempotencyStore store;
  private final Executor threads;
  private final Random random;
  private final StoredKey key;
  private final List<Hold> holds = new CopyOnWriteArrayList<>();
  private Set<Model> possible = Set.of(new Model(new NaiveStore(), Map.of()));

  /** What was asked, and what came of it; moments are of the JVM's clock. */
  private record Step(String what, Expectation expectation, long began, long ended, Object answer) {

    @Override
    public String toString() {
      return what + " -> " + answer;
    }
  }

  /** Does a step in the naive store; empty if that disagrees with the answer. */
  private interface Expectation {

    Optional<Model> after(Model model, Object answer);
  }

  /** The naive store, and which of its tokens stands for which real one. */
  private record Model(NaiveStore naive, Map<Long, Long> tokens) {}

  ConcurrentHistory(IdempotencyStore store, Executor threads, long seed) {
    this.store = store;
    this.threads = threads;
    random = new Random(seed);
    key = StoredKey.of("history " + seed, List.of(), "key");
  }

  void run(Consumer<Duration> pass) {
    for (int round = 0; round < ROUNDS; round++) {
      List<Step> steps = round();
      Set<Model> after = new HashSet<>();
      possible.forEach(model -> follow(model, steps, after));
      assertThat(after).as("orders of %s, %s", key.name(), steps).isNotEmpty();
      Duration time = PASSES.get(random.nextInt(PASSES.size()));
      pass.accept(time);
      after.forEach(model -> model.naive.pass(time));
      possible = Set.copyOf(after);
    }
  }

  private List<Step> round() {
    List<CompletableFuture<List<Step>>> running =
        IntStream.range(0, THREADS)
            .mapToObj(
                thread -> {
                  Random own = new Random(random.nextLong());
                  return CompletableFuture.supplyAsync(() -> steps(own), threads);
                })
            .toList();
    return running.stream().flatMap(steps -> get(steps).stream()).toList();
  }

  private List<Step> steps(Random own) {
    List<Step> steps = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      boolean isClaim = holds.isEmpty() || own.nextInt(5) < 2;
      steps.add(isClaim ? claim(own) : end(own, holds.get(own.nextInt(holds.size()))));
    }
    return steps;
  }

  private Step claim(Random own) {
    String fingerprint = FINGERPRINTS.get(own.nextInt(FINGERPRINTS.size()));
    ClaimRequest request =
        new ClaimRequest(
            key,
            Optional.of(fingerprint).filter(text -> !text.isEmpty()),
            StoreContract.LEASE,
            StoreContract.TTL,
            own.nextBoolean());
    long began = System.nanoTime();
    Claim claim = get(store.claim(request));
    long ended = System.nanoTime();
    if (claim instanceof Claim.Acquired acquired) {
      holds.add(new Hold(key, acquired.token()));
    }
    return new Step(
        "claim " + request.fingerprint() + " " + request.takesOver(),
        (model, answer) -> claimed(model, request, (Claim) answer),
        began,
        ended,
        claim);
  }

  private static Optional<Model> claimed(Model model, ClaimRequest request, Claim answer) {
    NaiveStore naive = model.naive.copy();
    Claim expected = naive.claim(request);
    if (expected instanceof Claim.Acquired known && answer instanceof Claim.Acquired acquired) {
      Map<Long, Long> tokens = new HashMap<>(model.tokens);
      boolean isNew = tokens.put(acquired.token(), known.token()) == null;
      return Optional.of(new Model(naive, tokens))
          .filter(next -> isNew && acquired.isTakenOver() == known.isTakenOver());
    }
    boolean agrees =
        expected instanceof Claim.InFlight
            ? answer instanceof Claim.InFlight
            : expected.equals(answer);
    return Optional.of(new Model(naive, model.tokens)).filter(next -> agrees);
  }

  private Step end(Random own, Hold hold) {
    String outcome = "\"" + own.nextInt(1_000_000) + "\"";
    int kind = own.nextInt(4);
    long began = System.nanoTime();
    Tenure tenure = get(ended(hold, kind, outcome));
    long ended = System.nanoTime();
    return new Step(
        List.of("renew", "fail", "release", "complete").get(kind) + " " + hold.token(),
        (model, answer) -> {
          NaiveStore naive = model.naive.copy();
          Long token = model.tokens.get(hold.token());
          return token != null && ended(naive, new Hold(key, token), kind, outcome) == answer
              ? Optional.of(new Model(naive, model.tokens))
              : Optional.empty();
        },
        began,
        ended,
        tenure);
  }

  private CompletionStage<Tenure> ended(Hold hold, int kind, String outcome) {
    return switch (kind) {
      case 0 -> store.renew(hold, StoreContract.LEASE);
      case 1 -> store.fail(hold, outcome, StoreContract.TTL);
      case 2 -> store.release(hold);
      default -> store.complete(hold, outcome, StoreContract.TTL);
    };
  }

  private static Tenure ended(NaiveStore naive, Hold hold, int kind, String outcome) {
    return switch (kind) {
      case 0 -> naive.renew(hold, StoreContract.LEASE);
      case 1 -> naive.settle(hold, new Claim.Failed(outcome), StoreContract.TTL);
      case 2 -> naive.release(hold);
      default -> naive.settle(hold, new Claim.Completed(outcome), StoreContract.TTL);
    };
  }

  /** Adds all that the naive store may be after these steps, in whatever order. */
  private static void follow(Model model, List<Step> steps, Set<Model> after) {
    if (steps.isEmpty()) {
      after.add(model);
      return;
    }
    for (Step next : steps) {
      if (steps.stream().noneMatch(other -> other.ended < next.began)) {
        List<Step> rest = steps.stream().filter(step -> !step.equals(next)).toList();
        next.expectation.after(model, next.answer).ifPresent(moved -> follow(moved, rest, after));
      }
    }
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
