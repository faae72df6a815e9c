package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every store keeps to. */
public abstract class StoreContract {

  /** How long leases last here. */
  protected static final Duration LEASE = Duration.ofSeconds(30);

  /** How long results are kept here. */
  protected static final Duration TTL = Duration.ofMinutes(2);

  /** Longer than any test takes, where the store's time is not fake. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private static final Claim MISMATCH = new Claim.Mismatch();

  /** The store, empty at the start of each test. */
  protected abstract IdempotencyStore store();

  /** Lets that much of the store's time pass. */
  protected abstract void pass(Duration time);

  /** How many random histories are made. */
  protected int histories() {
    return 10;
  }

  /** Whether entries whose time is over go by themselves, so that nothing is left to sweep. */
  protected boolean forgetsByItself() {
    return false;
  }

  @Test
  void givesAFreeKeyToTheFirstAndNobodyElse() {
    Claim first = claim("order-1");
    Claim second = claim("order-1");

    assertThat(first).isInstanceOf(Claim.Acquired.class);
    assertThat(((Claim.Acquired) first).isTakenOver()).isFalse();
    assertThat(second).isInstanceOf(Claim.InFlight.class);
    assertThat(((Claim.InFlight) second).left())
        .isGreaterThan(Duration.ZERO)
        .isLessThanOrEqualTo(LEASE);
  }

  @Test
  void givesOneKeyToOneOfAHundredThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(100);
    try {
      CountDownLatch gate = new CountDownLatch(1);
      List<CompletableFuture<Claim>> claims =
          IntStream.range(0, 100)
              .mapToObj(
                  number ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            awaitOpen(gate);
                            return claim("order-1");
                          },
                          threads))
              .toList();
      gate.countDown();

      assertThat(claims.stream().map(StoreContract::get))
          .filteredOn(Claim.Acquired.class::isInstance)
          .hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void keepsApartWhatIsAskedAndToldAtOnce() {
    Claim.Acquired known = (Claim.Acquired) claim("order-3");
    get(store().complete(new Hold(key("order-3"), known.token()), "known", TTL));

    List<CompletionStage<Claim>> asked =
        IntStream.range(0, 300).mapToObj(number -> store().claim(order(number))).toList();
    List<Claim> claims = asked.stream().map(StoreContract::get).toList();
    List<CompletionStage<Tenure>> told =
        IntStream.range(0, 300)
            .filter(number -> number != 3)
            .mapToObj(number -> tell(number, ((Claim.Acquired) claims.get(number)).token()))
            .toList();

    assertThat(claims.get(3)).isEqualTo(new Claim.Completed("known"));
    assertThat(told.stream().map(StoreContract::get)).containsOnly(Tenure.HELD);
    IntStream.range(0, 300)
        .filter(number -> number != 3)
        .forEach(
            number -> assertThat(get(store().claim(order(number)))).isEqualTo(outcome(number)));
  }

  private ClaimRequest order(int number) {
    return request("order-" + number, "arguments", true);
  }

  private CompletionStage<Tenure> tell(int number, long token) {
    Hold hold = new Hold(key("order-" + number), token);
    return switch (number % 3) {
      case 0 -> store().complete(hold, "result " + number, TTL);
      case 1 -> store().fail(hold, "failure " + number, TTL);
      default -> store().complete(hold, "long".repeat(25_000) + number, TTL);
    };
  }

  private static Claim outcome(int number) {
    return switch (number % 3) {
      case 0 -> new Claim.Completed("result " + number);
      case 1 -> new Claim.Failed("failure " + number);
      default -> new Claim.Completed("long".repeat(25_000) + number);
    };
  }

  @Test
  void tellsLateHoldersAmongOthersThatTheyLost() {
    long token = ((Claim.Acquired) claim("order-0")).token();
    List<Hold> late =
        IntStream.range(0, 20)
            .mapToObj(number -> new Hold(key("order-0"), token + number))
            .toList();

    List<Tenure> told =
        late.stream().map(hold -> store().complete(hold, "first", TTL)).toList().stream()
            .map(StoreContract::get)
            .toList();

    assertThat(told).startsWith(Tenure.HELD).filteredOn(Tenure.HELD::equals).hasSize(1);
  }

  @Test
  void keepsAResultForItsTime() {
    Hold hold = acquire("order-1");

    assertThat(get(store().complete(hold, "{\"paid\":true}", TTL))).isEqualTo(Tenure.HELD);
    pass(TTL.minus(MOMENT));
    assertThat(claim("order-1")).isEqualTo(new Claim.Completed("{\"paid\":true}"));
    pass(MOMENT.multipliedBy(2));
    assertThat(claim("order-1")).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void keepsAFailureForItsTime() {
    Hold hold = acquire("order-1");

    assertThat(get(store().fail(hold, "{\"declined\":1}", TTL))).isEqualTo(Tenure.HELD);
    pass(TTL.minus(MOMENT));
    assertThat(claim("order-1")).isEqualTo(new Claim.Failed("{\"declined\":1}"));
    pass(MOMENT.multipliedBy(2));
    assertThat(claim("order-1")).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void givesAReleasedKeyAwayWithAGreaterToken() {
    Hold hold = acquire("order-1");

    assertThat(get(store().release(hold))).isEqualTo(Tenure.HELD);
    assertThat(acquire("order-1").token()).isGreaterThan(hold.token());
  }

  @Test
  void tellsOtherArgumentsWhetherInFlightOrDone() {
    Hold hold = acquire("order-1");

    assertThat(claim(request("order-1", "other", true))).isEqualTo(MISMATCH);
    get(store().complete(hold, "1", TTL));
    assertThat(claim(request("order-1", "other", true))).isEqualTo(MISMATCH);
    assertThat(claim(request("order-1", "", true))).isEqualTo(new Claim.Completed("1"));
  }

  @Test
  void forgetsTheArgumentsOfAReleasedCall() {
    get(store().release(acquire("order-1")));

    assertThat(claim(request("order-1", "other", true))).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void comparesNothingWhereTheFirstCallHadNoFingerprint() {
    claim(request("order-1", "", true));

    assertThat(claim("order-1")).isInstanceOf(Claim.InFlight.class);
  }

  @Test
  void givesALostKeyToWhoTakesOver() {
    Hold lost = acquire("order-1");
    pass(LEASE.plus(MOMENT));

    Claim.Acquired next = (Claim.Acquired) claim("order-1");

    assertThat(next.isTakenOver()).isTrue();
    assertThat(next.token()).isGreaterThan(lost.token());
    assertThat(claim("order-1")).isInstanceOf(Claim.InFlight.class);
  }

  @Test
  void tellsOfALostHolderAgainWhenWhoTookOverGivesTheKeyBack() {
    acquire("order-1");
    pass(LEASE.plus(MOMENT));
    Claim.Acquired gone = (Claim.Acquired) claim("order-1");

    get(store().giveBack(key("order-1"), gone));
    pass(MOMENT);

    Claim.Acquired next = (Claim.Acquired) claim("order-1");
    assertThat(next.isTakenOver()).isTrue();
    assertThat(next.token()).isGreaterThan(gone.token());
  }

  @Test
  void tellsOfALostKeyToWhoDoesNotTakeOver() {
    acquire("order-1");
    pass(LEASE.plus(MOMENT));

    assertThat(claim(request("order-1", "arguments", false))).isEqualTo(new Claim.Unknown());
    assertThat(claim(request("order-1", "other", false))).isEqualTo(MISMATCH);
  }

  @Test
  void forgetsALostKeyAfterTheTimeOfAResult() {
    acquire("order-1");
    pass(LEASE.plus(TTL).plus(MOMENT));

    Claim next = claim(request("order-1", "other", false));

    assertThat(next).isInstanceOf(Claim.Acquired.class);
    assertThat(((Claim.Acquired) next).isTakenOver()).isFalse();
  }

  @Test
  void keepsAKeyWhoseHolderRenews() {
    Hold hold = acquire("order-1");
    pass(LEASE.minus(MOMENT));

    assertThat(get(store().renew(hold, LEASE))).isEqualTo(Tenure.HELD);
    pass(LEASE.minus(MOMENT));
    assertThat(claim("order-1")).isInstanceOf(Claim.InFlight.class);
  }

  @Test
  void fencesOffAHolderWhoseKeyWasTakenOver() {
    Hold late = acquire("order-1");
    pass(LEASE.plus(MOMENT));
    Hold next = acquire("order-1");

    assertThat(get(store().renew(late, LEASE))).isEqualTo(Tenure.LOST);
    assertThat(get(store().complete(late, "\"late\"", TTL))).isEqualTo(Tenure.LOST);
    assertThat(get(store().fail(late, "\"late\"", TTL))).isEqualTo(Tenure.LOST);
    assertThat(get(store().release(late))).isEqualTo(Tenure.LOST);
    assertThat(get(store().complete(next, "\"next\"", TTL))).isEqualTo(Tenure.HELD);
    assertThat(claim("order-1")).isEqualTo(new Claim.Completed("\"next\""));
  }

  @Test
  void fencesOffAHolderWhoseSuccessorIsDoneToo() {
    Hold late = acquire("order-1");
    pass(LEASE.plus(MOMENT));
    get(store().release(acquire("order-1")));

    assertThat(get(store().complete(late, "\"late\"", TTL))).isEqualTo(Tenure.LOST);
    assertThat(claim("order-1")).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void takesTheResultOfALateHolderThatNobodyReplaced() {
    Hold late = acquire("order-1");
    pass(LEASE.plus(MOMENT));
    assertThat(claim(request("order-1", "arguments", false))).isEqualTo(new Claim.Unknown());

    assertThat(get(store().complete(late, "\"late\"", TTL))).isEqualTo(Tenure.HELD);
    assertThat(claim("order-1")).isEqualTo(new Claim.Completed("\"late\""));
  }

  @Test
  void settlesAKeyOnce() {
    Hold hold = acquire("order-1");
    get(store().complete(hold, "1", TTL));

    assertThat(get(store().complete(hold, "2", TTL))).isEqualTo(Tenure.LOST);
    assertThat(get(store().release(hold))).isEqualTo(Tenure.LOST);
    assertThat(claim("order-1")).isEqualTo(new Claim.Completed("1"));
  }

  @Test
  void keepsKeysOfTwoMethodsAndTwoScopesApart() {
    List<StoredKey> keys =
        List.of(
            StoredKey.of("shop.Cart#pay", List.of(), "1"),
            StoredKey.of("shop.Cart#refund", List.of(), "1"),
            StoredKey.of("shop.Cart#pay", List.of("acme"), "1"),
            StoredKey.of("shop.Cart#pay", List.of(), "\u0000\ud800\uD83D\uDE00 1"));

    assertThat(keys)
        .extracting(key -> claim(new ClaimRequest(key, Optional.empty(), LEASE, TTL, true)))
        .hasOnlyElementsOfType(Claim.Acquired.class);
  }

  @Test
  void agreesWithANaiveStoreWhateverHappens() {
    for (int number = 0; number < histories(); number++) {
      new StoreHistory(store(), this::pass, ThreadLocalRandom.current().nextLong()).run();
    }
  }

  @Test
  void agreesWithANaiveStoreInSomeOrderWhateverHappensAtOnce() {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      for (int number = 0; number < histories(); number++) {
        new ConcurrentHistory(store(), threads, ThreadLocalRandom.current().nextLong())
            .run(this::pass);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void takesAResultAsLongAsItSays() {
    String result = "\"" + "x".repeat(store().longestResult() - 2) + "\"";

    get(store().complete(acquire("order-1"), result, TTL));

    assertThat(claim("order-1")).isEqualTo(new Claim.Completed(result));
  }

  @Test
  void sweepsWhatIsOverInBatches() {
    Assumptions.assumeFalse(forgetsByItself());
    for (String done : List.of("order-1", "order-2", "order-3")) {
      get(store().complete(acquire(done), "1", TTL));
    }
    acquire("order-4");
    assertThat(get(store().sweep(10))).isZero();
    pass(TTL.plus(MOMENT));
    get(store().complete(acquire("order-5"), "5", TTL));

    assertThat(get(store().sweep(2))).isEqualTo(2);
    assertThat(get(store().sweep(10))).isEqualTo(1);
    assertThat(claim("order-5")).isEqualTo(new Claim.Completed("5"));
    assertThat(claim(request("order-4", "arguments", false))).isEqualTo(new Claim.Unknown());
    pass(LEASE.plus(TTL));
    assertThat(get(store().sweep(10))).isEqualTo(2);
  }

  private Hold acquire(String key) {
    ClaimRequest request = request(key, "arguments", true);
    return new Hold(request.key(), ((Claim.Acquired) claim(request)).token());
  }

  private static StoredKey key(String key) {
    return StoredKey.of("shop.Cart#pay", List.of(), key);
  }

  private Claim claim(String key) {
    return claim(request(key, "arguments", true));
  }

  private Claim claim(ClaimRequest request) {
    return get(store().claim(request));
  }

  private static ClaimRequest request(String key, String fingerprint, boolean takesOver) {
    return new ClaimRequest(
        key(key), Optional.of(fingerprint).filter(text -> !text.isEmpty()), LEASE, TTL, takesOver);
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
