package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.FakeResponse;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.policy.breaker.BreakerView.Position;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AsyncBreakerStageTest {

  private final IOException down = new IOException("down");
  private final Bound bound = new Bound();
  private final CompletableFuture<@Nullable Object> body = new CompletableFuture<>();
  private final AsyncStage stage = bound.async(Shop.class, "pay", Bound.answering(body));

  @Test
  void anOutcomeCountsWhenTheFutureCompletesAndBeforeAnybodyHearsOfIt() {
    List<Tally> seen = new ArrayList<>();
    call().whenComplete((result, failure) -> seen.add(tally()));
    Tally whileItRan = tally();

    body.completeExceptionally(down);

    assertThat(whileItRan).isEqualTo(Tally.NONE);
    assertThat(seen).containsExactly(new Tally(1, 1, 0));
  }

  @Test
  void theResultAndTheRawFailureArePassedOn() {
    body.completeExceptionally(new CompletionException(down));

    assertThat(call()).failsWithin(Duration.ZERO).withThrowableThat().withCause(down);
    assertThat(bound.async(Shop.class, "pay", Bound.answering(done("paid"))).call(empty()))
        .isCompletedWithValue("paid");
  }

  @Test
  void aRefusalFailsTheFuture() {
    open();

    CompletableFuture<@Nullable Object> refused = call();

    assertThat(refused.handle((result, failure) -> failure).join())
        .isInstanceOf(CircuitOpenException.class)
        .hasMessage(
            "breaker %s#pay is OPEN (failure rate 100.0 %%, next trial in 30.0 s)",
            Shop.class.getName())
        .hasCause(down);
  }

  @Test
  void cancellingTheResultCancelsTheBodyAndCountsNeitherWay() {
    CompletableFuture<@Nullable Object> outcome = call();

    outcome.cancel(true);

    assertThat(body).isCancelled();
    assertThat(tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void aCancelledTrialGivesItsPermitBack() {
    open();
    bound.time.advance(Duration.ofSeconds(30).toNanos());
    CompletableFuture<@Nullable Object> trial = call();
    BreakerView whileItRan = bound.views().get(0);

    trial.cancel(true);

    assertThat(List.of(whileItRan, bound.views().get(0)))
        .extracting(BreakerView::position, BreakerView::trialsOut)
        .containsExactly(tuple(Position.HALF_OPEN, 1), tuple(Position.HALF_OPEN, 0));
  }

  @Test
  void aBodyThatItsOwnDeadlineCancelsIsAFailure() {
    Deadline own = new Deadline(bound.time.nanoTime(), Shop.class.getName() + "#pay");

    callUnder(own);
    own.fire();
    body.cancel(true);

    assertThat(tally()).isEqualTo(new Tally(1, 1, 0));
  }

  @Test
  void aBodyThatAnInheritedDeadlineCancelsCountsNeitherWay() {
    Deadline inherited = new Deadline(bound.time.nanoTime(), "shop.Cart#checkOut");

    callUnder(inherited);
    inherited.fire();
    body.cancel(true);

    assertThat(tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void aResponseCountsByItsStatusWhenItComes() {
    AsyncStage fetching =
        bound.async(Shop.class, "pay", Bound.answering(done(FakeResponse.of(503))));

    fetching.call(empty());

    assertThat(tally()).isEqualTo(new Tally(1, 1, 0));
  }

  private CompletableFuture<@Nullable Object> call() {
    return stage.call(empty());
  }

  private void callUnder(Deadline deadline) {
    Scope outer = Scopes.enter(Scope.NONE.withDeadline(deadline));
    try {
      call();
    } finally {
      Scopes.leave(outer);
    }
  }

  private void open() {
    AsyncStage failing =
        bound.async(Shop.class, "pay", Bound.answering(CompletableFuture.failedFuture(down)));
    for (int call = 0; call < 4; call++) {
      failing.call(empty());
    }
  }

  private Tally tally() {
    return bound.views().get(0).tally();
  }

  private static Call empty() {
    return new Call(new Object[0]);
  }

  private static CompletableFuture<@Nullable Object> done(Object result) {
    return CompletableFuture.completedFuture(result);
  }

  interface Shop {

    @CircuitBreaker(minimumCalls = 4)
    CompletableFuture<HttpResponse<String>> pay();
  }
}
