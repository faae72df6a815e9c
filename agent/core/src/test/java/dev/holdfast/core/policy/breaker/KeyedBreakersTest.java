package dev.holdfast.core.policy.breaker;

import static dev.holdfast.core.policy.breaker.BreakerView.Position.CLOSED;
import static dev.holdfast.core.policy.breaker.BreakerView.Position.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.breaker.Admission.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeyedBreakersTest {

  private final Lab lab = new Lab(Lab.LIMITS);

  @Test
  void eachKeyHasABreakerOfItsOwn() {
    KeyedBreakers breakers = breakers(10);

    open(breakers, "eve");

    assertThat(breakers.of("eve").view().position()).isEqualTo(OPEN);
    assertThat(breakers.of("adam").view().position()).isEqualTo(CLOSED);
    assertThat(breakers.of("eve")).isSameAs(breakers.of("eve"));
  }

  @Test
  void callsWithoutAKeyHaveOneBreaker() {
    KeyedBreakers breakers = breakers(1);

    assertThat(breakers.withoutKey()).isSameAs(breakers.withoutKey());
    assertThat(breakers.of("null")).isNotSameAs(breakers.withoutKey());
  }

  @Test
  void pastTheMaximumTheLeastRecentlyUsedClosedOneGoes() {
    KeyedBreakers breakers = breakers(2);
    Breaker first = breakers.of("first");
    breakers.of("second");
    breakers.of("first");

    breakers.of("third");

    assertThat(breakers.of("first")).isSameAs(first);
    assertThat(keys(breakers)).containsExactlyInAnyOrder(shown("first"), shown("third"));
  }

  @Test
  void anOpenOneStaysWhenClosedOnesGo() {
    KeyedBreakers breakers = breakers(2);
    open(breakers, "down");

    for (int key = 0; key < 100; key++) {
      breakers.of("up" + key);
    }

    assertThat(breakers.of("down").view().position()).isEqualTo(OPEN);
    assertThat(keys(breakers)).hasSize(2);
  }

  @Test
  void whereAllAreOpenANewKeyIsNotKept() {
    KeyedBreakers breakers = breakers(2);
    open(breakers, "down");
    open(breakers, "dead");

    Breaker once = breakers.of("new");
    Breaker again = breakers.of("new");

    assertThat(once.admit()).isInstanceOf(Permit.class);
    assertThat(again).isNotSameAs(once);
    assertThat(keys(breakers)).containsExactlyInAnyOrder(shown("down"), shown("dead"));
  }

  @Test
  void anOpenOneGoesWhenNobodyMakesItsTrial() {
    KeyedBreakers breakers = breakers(2);
    open(breakers, "down");
    lab.advance(Duration.ofSeconds(1));
    open(breakers, "dead");
    lab.advance(Lab.OPEN_FOR.minusSeconds(1));

    Breaker kept = breakers.of("new");

    assertThat(breakers.of("new")).isSameAs(kept);
    assertThat(keys(breakers)).containsExactlyInAnyOrder(shown("dead"), shown("new"));
  }

  @Test
  void aTrialUnderWayKeepsItsBreakerUntilItsLeaseIsOver() {
    KeyedBreakers breakers = breakers(1);
    open(breakers, "down");
    lab.advance(Lab.OPEN_FOR);
    breakers.of("down").admit();

    breakers.of("new");
    List<String> whileItRuns = keys(breakers);
    lab.advance(Lab.OPEN_FOR);
    breakers.of("new");

    assertThat(whileItRuns).containsExactly(shown("down"));
    assertThat(keys(breakers)).containsExactly(shown("new"));
  }

  @Property(tries = 200)
  void forgetsInTheOrderOfANaiveList(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int most) {
    Random random = new Random(seed);
    KeyedBreakers breakers = breakers(most);
    Map<String, Boolean> naive = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);

    for (int use = 0; use < 500; use++) {
      String key = "key" + random.nextInt(most * 2);
      breakers.of(key);
      naive.put(key, true);
      if (naive.size() > most) {
        naive.remove(naive.keySet().iterator().next());
      }
    }

    assertThat(keys(breakers))
        .containsExactlyInAnyOrderElementsOf(
            naive.keySet().stream().map(KeyedBreakersTest::shown).toList());
  }

  @Test
  void otherLimitsHoldForAllAndASmallerMaximumFromTheNextNewKeyOn() {
    KeyedBreakers breakers = breakers(4);
    for (String key : List.of("a", "b", "c", "d")) {
      breakers.of(key);
    }

    breakers.configure(Lab.TIMED, 2);
    breakers.of("e").admit();

    assertThat(breakers.of("e").admit()).isInstanceOf(TimedCall.class);
    assertThat(breakers.of("d").admit()).isInstanceOf(TimedCall.class);
    assertThat(keys(breakers)).containsExactlyInAnyOrder(shown("d"), shown("e"));
  }

  @Test
  void keysAreShownAsShortHashes() {
    KeyedBreakers breakers = breakers(2);

    open(breakers, "eve@example.org");

    assertThat(lab.sentences())
        .containsExactly(
            "breaker payments (key 39f2b0c7) is open for 30.0 s:"
                + " of 4 calls 4 failed (100.0 %), 0 were slow (0.0 %)");
  }

  @Test
  void longKeysAreToldApartAndNotKept() {
    String common = "x".repeat(10_000);
    KeyedBreakers breakers = breakers(4);

    assertThat(breakers.of(common + "a")).isSameAs(breakers.of(common + "a"));
    assertThat(breakers.of(common + "a")).isNotSameAs(breakers.of(common + "b"));
    assertThat(KeyDigest.stored(common)).hasSize(64);
  }

  @Test
  @Timeout(60)
  void keepsExactlyTheMaximumWhateverTheThreadsDid() throws Exception {
    KeyedBreakers breakers = breakers(16);
    int size = 4;
    ExecutorService threads = Executors.newFixedThreadPool(size);
    CyclicBarrier start = new CyclicBarrier(size);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < size; thread++) {
      Random random = new Random(thread);
      running.add(
          threads.submit(
              () -> {
                start.await(30, TimeUnit.SECONDS);
                for (int use = 0; use < 5_000; use++) {
                  breakers.of("key" + random.nextInt(64));
                }
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get(30, TimeUnit.SECONDS);
    }
    threads.shutdownNow();

    assertThat(keys(breakers)).hasSize(16).doesNotHaveDuplicates();
  }

  private KeyedBreakers breakers(int most) {
    return new KeyedBreakers("payments", Lab.LIMITS, most, lab.time, lab.channel);
  }

  private static void open(KeyedBreakers breakers, String key) {
    for (int call = 0; call < 4; call++) {
      Breaker breaker = breakers.of(key);
      breaker.end((Permit) breaker.admit(), Verdict.FAILURE);
    }
  }

  private static List<String> keys(KeyedBreakers breakers) {
    return breakers.views().stream()
        .map(view -> view.id().key())
        .flatMap(Optional::stream)
        .toList();
  }

  private static String shown(String key) {
    return KeyDigest.shown(key);
  }
}
