package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The store in memory: the contract, and its bounds. */
final class MemoryStoreTest extends StoreContract {

  private final FakeTime time = new FakeTime();
  private final List<String> told = new ArrayList<>();
  private final MemoryStore store = store(StoreLimits.DEFAULT);

  @Override
  protected IdempotencyStore store() {
    return store;
  }

  @Override
  protected void pass(Duration passed) {
    time.advance(passed.toNanos());
  }

  @Override
  protected int histories() {
    return 1000;
  }

  @Test
  void tellsOfItsFirstUseOnce() {
    assertThat(told).isEmpty();

    claim(store, 1);
    claim(store, 2);

    assertThat(told).containsExactly("begins");
  }

  @Test
  void evictsTheOldestResultsPastItsEntries() {
    MemoryStore small = store(new StoreLimits(3, 1 << 20));
    complete(small, 1, "1");
    complete(small, 2, "2");
    Hold inFlight = acquire(small, 3);

    complete(small, 4, "4");
    complete(small, 5, "5");

    assertThat(claim(small, 5)).isEqualTo(new Claim.Completed("5"));
    assertThat(claim(small, 3)).isInstanceOf(Claim.InFlight.class);
    assertThat(claim(small, 1)).isInstanceOf(Claim.Acquired.class);
    assertThat(small.complete(inFlight, "3", TTL)).isCompletedWithValue(Tenure.HELD);
    assertThat(told).containsExactly("begins", "evicted 1", "evicted 2", "evicted 3");
  }

  @Test
  void evictsTheOldestResultsPastItsBytes() {
    MemoryStore small = store(new StoreLimits(100, 3 * MemoryEntries.ENTRY_BYTES + 10));
    complete(small, 1, "1234");
    complete(small, 2, "1234");

    complete(small, 3, "1234567");

    assertThat(claim(small, 3)).isEqualTo(new Claim.Completed("1234567"));
    assertThat(claim(small, 2)).isEqualTo(new Claim.Completed("1234"));
    assertThat(told).containsExactly("begins", "evicted 1");
  }

  @Test
  void refusesAClaimWhenAllItHoldsIsInFlight() {
    MemoryStore small = store(new StoreLimits(2, 1 << 20));
    Hold first = acquire(small, 1);
    acquire(small, 2);

    assertThatThrownBy(() -> claim(small, 3))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessage("the memory store is full: 2 calls in flight (expected: < 2)");
    assertThat(claim(small, 1)).isInstanceOf(Claim.InFlight.class);
    assertThat(small.release(first)).isCompletedWithValue(Tenure.HELD);
    assertThat(claim(small, 3)).isInstanceOf(Claim.Acquired.class);
  }

  private MemoryStore store(StoreLimits limits) {
    return new MemoryStore(
        time,
        limits,
        new MemoryStoreListener() {
          @Override
          public void begins() {
            told.add("begins");
          }

          @Override
          public void evicted(long evictions) {
            told.add("evicted " + evictions);
          }
        });
  }

  private static void complete(IdempotencyStore store, int key, String result) {
    assertThat(store.complete(acquire(store, key), result, TTL)).isCompletedWithValue(Tenure.HELD);
  }

  private static Hold acquire(IdempotencyStore store, int key) {
    return new Hold(key(key), ((Claim.Acquired) claim(store, key)).token());
  }

  private static Claim claim(IdempotencyStore store, int key) {
    return store
        .claim(new ClaimRequest(key(key), Optional.empty(), LEASE, TTL, true))
        .toCompletableFuture()
        .join();
  }

  private static StoredKey key(int key) {
    return StoredKey.of("shop.Cart#pay", List.of(), "order-" + key);
  }
}
