package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.time.FakeTime;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Whether histories find out stores that are wrong. */
final class ConcurrentHistoryTest {

  private static final int HISTORIES = 1_000;

  private final FakeTime time = new FakeTime();
  private final MemoryStore right =
      new MemoryStore(
          time,
          StoreLimits.DEFAULT,
          new MemoryStoreListener() {
            @Override
            public void begins() {}

            @Override
            public void evicted(long evictions) {}
          });

  @Test
  void aStoreThatTakesAnEndFromWhoeverTellsItIsFoundOut() {
    assertFound(
        new Forwarding() {
          @Override
          public CompletionStage<Tenure> complete(Hold hold, String result, Duration ttl) {
            return right.complete(hold, result, ttl).thenApply(tenure -> Tenure.HELD);
          }
        });
  }

  @Test
  void aStoreThatGivesHeldKeysAwayIsFoundOut() {
    assertFound(
        new Forwarding() {
          @Override
          public CompletionStage<Claim> claim(ClaimRequest request) {
            return right
                .claim(request)
                .thenApply(
                    claim ->
                        claim instanceof Claim.InFlight ? new Claim.Acquired(7, false) : claim);
          }
        });
  }

  @Test
  void aStoreThatForgetsWhoWasLostIsFoundOut() {
    assertFound(
        new Forwarding() {
          @Override
          public CompletionStage<Claim> claim(ClaimRequest request) {
            return right
                .claim(request)
                .thenApply(
                    claim ->
                        claim instanceof Claim.Acquired acquired
                            ? new Claim.Acquired(acquired.token(), false)
                            : claim);
          }
        });
  }

  private void assertFound(IdempotencyStore wrong) {
    assertThatThrownBy(
            () -> {
              for (int number = 0; number < HISTORIES; number++) {
                new ConcurrentHistory(wrong, Runnable::run, number)
                    .run(passed -> time.advance(passed.toNanos()));
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("orders of history");
  }

  /** Does what the right store does. */
  private class Forwarding implements IdempotencyStore {

    @Override
    public CompletionStage<Claim> claim(ClaimRequest request) {
      return right.claim(request);
    }

    @Override
    public CompletionStage<Tenure> renew(Hold hold, Duration lease) {
      return right.renew(hold, lease);
    }

    @Override
    public CompletionStage<Tenure> complete(Hold hold, String result, Duration ttl) {
      return right.complete(hold, result, ttl);
    }

    @Override
    public CompletionStage<Tenure> fail(Hold hold, String failure, Duration ttl) {
      return right.fail(hold, failure, ttl);
    }

    @Override
    public CompletionStage<Tenure> release(Hold hold) {
      return right.release(hold);
    }

    @Override
    public CompletionStage<Integer> sweep(int most) {
      return right.sweep(most);
    }

    @Override
    public int longestResult() {
      return right.longestResult();
    }
  }
}
