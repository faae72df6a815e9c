package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.policy.breaker.BreakerView.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class BreakerObserverTest {

  private final Bound bound = new Bound();
  private final Observer observer = bound.policy(Shop.class, "pay").observer();

  @Test
  void keepsTheWindowAndTheStates() {
    succeed(2);
    Tally closed = bound.views().get(0).tally();
    fail(2);
    Position opened = position();
    bound.time.advance(Duration.ofSeconds(30).toNanos());
    succeed(1);

    assertThat(closed).isEqualTo(new Tally(2, 0, 0));
    assertThat(opened).isEqualTo(Position.OPEN);
    assertThat(position()).isEqualTo(Position.CLOSED);
    assertThat(bound.events).hasSize(3);
  }

  @Test
  void countsWhatItWouldHaveRefusedAndNotItsOutcome() {
    fail(4);

    fail(3);
    succeed(2);

    assertThat(bound.counts(Shop.class, "pay"))
        .isEqualTo(Map.of("circuit-breaker.failed", 4L, "circuit-breaker.would-refuse", 5L));
  }

  @Test
  void aFutureThatTellsNobodyOfItsEndCountsNeitherWay() {
    Observer beginning = bound.policy(Shop.class, "begin").observer();

    beginning.begin(new Call(new Object[0])).end(new FutureTask<>(() -> "paid"), null);

    assertThat(bound.counts(Shop.class, "begin")).isEqualTo(Map.of("circuit-breaker.ignored", 1L));
    assertThat(bound.views().get(1).tally()).isEqualTo(Tally.NONE);
  }

  private void succeed(int calls) {
    for (int call = 0; call < calls; call++) {
      observer.begin(new Call(new Object[0])).end("paid", null);
    }
  }

  private void fail(int calls) {
    for (int call = 0; call < calls; call++) {
      observer.begin(new Call(new Object[0])).end(null, new IOException("down"));
    }
  }

  private Position position() {
    return bound.views().get(0).position();
  }

  interface Shop {

    @CircuitBreaker(minimumCalls = 4, halfOpenCalls = 1)
    String pay();

    @CircuitBreaker
    Future<String> begin();
  }
}
