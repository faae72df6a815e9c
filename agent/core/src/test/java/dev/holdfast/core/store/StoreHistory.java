package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A random history of claims, renewals, ends, crashes and passing time, done by a store and by the
 * naive one, whose answers must agree. A crash is a holder that is never heard of again; a holder
 * that comes back late is one as well.
 */
final class StoreHistory {

  private static final int STEPS = 40;
  private static final List<String> KEYS = List.of("a", "b");
  private static final List<String> FINGERPRINTS = List.of("one", "one", "other", "");

  /** Real time passes as well while a history is made, but less than this. */
  private static final Duration MARGIN = Duration.ofSeconds(8);

  private final IdempotencyStore store;
  private final Consumer<Duration> pass;
  private final Random random;
  private final String about;
  private final NaiveStore naive = new NaiveStore();
  private final List<Held> holds = new ArrayList<>();

  /** One acquired key, as both stores know it. */
  private record Held(Hold real, Hold naive) {}

  StoreHistory(IdempotencyStore store, Consumer<Duration> pass, long seed) {
    this.store = store;
    this.pass = pass;
    random = new Random(seed);
    about = "history " + seed;
  }

  /** Begins with a claim: some stores have no table before. */
  void run() {
    claim();
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> claim();
        case 2 -> pass();
        default -> end("\"" + step + "\"");
      }
    }
  }

  private void claim() {
    ClaimRequest request =
        new ClaimRequest(
            StoredKey.of(about, List.of(), any(KEYS)),
            Optional.of(any(FINGERPRINTS)).filter(text -> !text.isEmpty()),
            StoreContract.LEASE,
            StoreContract.TTL,
            random.nextBoolean());
    Claim expected = naive.claim(request);
    Claim claim = get(store.claim(request));
    if (expected instanceof Claim.Acquired known && claim instanceof Claim.Acquired acquired) {
      assertThat(acquired.isTakenOver()).as(about).isEqualTo(known.isTakenOver());
      holds.stream()
          .filter(held -> held.real.key().equals(request.key()))
          .forEach(held -> assertThat(acquired.token()).as(about).isGreaterThan(held.real.token()));
      holds.add(
          new Held(
              new Hold(request.key(), acquired.token()), new Hold(request.key(), known.token())));
    } else if (expected instanceof Claim.InFlight) {
      assertThat(claim).as(about).isInstanceOf(Claim.InFlight.class);
    } else {
      assertThat(claim).as(about).isEqualTo(expected);
    }
  }

  private void end(String outcome) {
    if (holds.isEmpty()) {
      return;
    }
    Held held = any(holds);
    Tenure expected;
    CompletionStage<Tenure> tenure;
    switch (random.nextInt(4)) {
      case 0 -> {
        expected = naive.renew(held.naive, StoreContract.LEASE);
        tenure = store.renew(held.real, StoreContract.LEASE);
      }
      case 1 -> {
        expected = naive.settle(held.naive, new Claim.Failed(outcome), StoreContract.TTL);
        tenure = store.fail(held.real, outcome, StoreContract.TTL);
      }
      case 2 -> {
        expected = naive.release(held.naive);
        tenure = store.release(held.real);
      }
      default -> {
        expected = naive.settle(held.naive, new Claim.Completed(outcome), StoreContract.TTL);
        tenure = store.complete(held.real, outcome, StoreContract.TTL);
      }
    }
    assertThat(get(tenure)).as(about).isEqualTo(expected);
  }

  private void pass() {
    Duration time =
        any(List.of(Duration.ofSeconds(15), Duration.ofSeconds(45), Duration.ofSeconds(200)));
    do {
      naive.pass(time);
      pass.accept(time);
    } while (naive.isAboutToChange(MARGIN));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
