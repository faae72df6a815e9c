package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.FakeResponse;
import dev.holdfast.core.call.Replay;
import dev.holdfast.core.pipeline.Express;
import dev.holdfast.core.pipeline.Stage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakerStageTest {

  private final IOException down = new IOException("down");
  private final Bound bound = new Bound();
  private final Stage failing = bound.stage(Shop.class, "pay", Bound.throwing(down));

  @Test
  void theResultAndTheFailureAreTheBodysOwn() throws Throwable {
    Object result = new Object();
    Stage answering = bound.stage(Shop.class, "pay", call -> result);

    assertThat(answering.call(new Call(new Object[0]))).isSameAs(result);
    assertThat(Bound.call(failing)).isSameAs(down);
  }

  @Test
  void anOpenBreakerRefusesWithoutRunningTheBody() {
    open();
    AtomicInteger runs = new AtomicInteger();
    Stage counting = bound.stage(Shop.class, "pay", call -> runs.incrementAndGet());
    bound.time.advance(Duration.ofMillis(25_800).toNanos());

    CircuitOpenException refusal = Bound.refusal(counting);

    assertThat(runs).hasValue(0);
    assertThat(refusal)
        .hasMessage(
            "breaker %s#pay is OPEN (failure rate 100.0 %%, next trial in 4.2 s)",
            Shop.class.getName())
        .hasCause(down);
    assertThat(refusal.policy()).isEqualTo("circuit-breaker");
    assertThat(refusal.name()).isEqualTo(Shop.class.getName() + "#pay");
    assertThat(refusal.failureRate()).isEqualTo(100);
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(4200));
    assertThat(refusal.getStackTrace()).isEmpty();
  }

  @Test
  void aRefusalWhileTrialsAreUnderWayKnowsNoTime() {
    open();
    bound.time.advance(Duration.ofSeconds(30).toNanos());
    Stage nested =
        bound.stage(
            Shop.class,
            "pay",
            call -> {
              throw Bound.refusal(failing);
            });

    CircuitOpenException refusal = Bound.refusal(nested);

    assertThat(refusal)
        .hasMessage(
            "breaker %s#pay is OPEN (failure rate 100.0 %%, trials under way)",
            Shop.class.getName());
    assertThat(refusal.retryAfter()).isZero();
  }

  @Test
  void anErrorOfATrialGivesItsPermitBackAndOpensAgain() {
    open();
    bound.time.advance(Duration.ofSeconds(30).toNanos());
    StackOverflowError error = new StackOverflowError();

    Throwable thrown = Bound.call(bound.stage(Shop.class, "pay", Bound.throwing(error)));

    assertThat(thrown).isSameAs(error);
    assertThat(bound.views())
        .extracting(BreakerView::position, BreakerView::trialsOut)
        .containsExactly(tuple(BreakerView.Position.OPEN, 0));
  }

  @Test
  void anOutcomeThatCannotBeJudgedGivesItsPermitBackAndLeavesTheFailureAlone() {
    open();
    bound.time.advance(Duration.ofSeconds(30).toNanos());
    IOException unreadable =
        new IOException() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause can be told");
          }
        };

    Throwable thrown = Bound.call(bound.stage(Shop.class, "pay", Bound.throwing(unreadable)));

    assertThat(thrown).isSameAs(unreadable);
    assertThat(bound.views())
        .extracting(BreakerView::position, BreakerView::trialsOut)
        .containsExactly(tuple(BreakerView.Position.HALF_OPEN, 0));
  }

  @Test
  void countsWhatIsNoSuccess() {
    Stage ignoring =
        bound.stage(Shop.class, "pay", Bound.throwing(new SecurityException("not you")));
    Bound.call(ignoring);
    open();
    Bound.call(failing);

    assertThat(bound.counts(Shop.class, "pay"))
        .isEqualTo(
            Map.of(
                "circuit-breaker.failed", 4L,
                "circuit-breaker.ignored", 1L,
                "circuit-breaker.refused", 1L));
  }

  @Test
  void aResponseThatIsReturnedCountsByItsStatus() {
    Stage unavailable = bound.stage(Shop.class, "fetch", call -> FakeResponse.of(503));
    Stage missing = bound.stage(Shop.class, "fetch", call -> FakeResponse.of(404));

    for (int call = 0; call < 2; call++) {
      Bound.call(missing);
      Bound.call(unavailable);
    }

    assertThat(bound.views())
        .filteredOn(view -> view.id().name().endsWith("#fetch"))
        .extracting(BreakerView::position, BreakerView::tally)
        .containsExactly(tuple(BreakerView.Position.OPEN, new Tally(4, 2, 0)));
    assertThat(Bound.call(missing)).isInstanceOf(CircuitOpenException.class).hasNoCause();
  }

  @Test
  void aClosedBreakerIsPassedTheShortWayAndCountsThere() {
    Express express = bound.express(Shop.class, "pay");

    long token = express.enter();
    express.succeeded(token);

    assertThat(token).isNotNegative();
    assertThat(bound.views()).extracting(BreakerView::tally).containsExactly(new Tally(1, 0, 0));
  }

  @Test
  void aBreakerThatIsOpenOrJudgesResultsHasNoShortWay() {
    Express express = bound.express(Shop.class, "pay");
    open();

    assertThat(express.enter()).isEqualTo(Express.STAGES);
    assertThat(bound.policy(Shop.class, "fetch").express()).isNull();
    assertThat(bound.policy(Shop.class, "keyed").express()).isNull();
  }

  @Test
  void aFailureOnTheShortWayCountsInTheGenerationThatLetItThrough() {
    long token = bound.express(Shop.class, "pay").enter();

    replay(token);
    Tally closed = bound.views().get(0).tally();
    open();
    replay(token);

    assertThat(closed).isEqualTo(new Tally(1, 1, 0));
    assertThat(bound.views())
        .extracting(BreakerView::position, BreakerView::generation)
        .containsExactly(tuple(BreakerView.Position.OPEN, 1L));
  }

  @Test
  void aSuccessOnTheShortWayOfAnEarlierGenerationChangesNothing() {
    Express express = bound.express(Shop.class, "pay");
    long token = express.enter();
    open();
    bound.time.advance(Duration.ofSeconds(30).toNanos());
    Bound.call(bound.stage(Shop.class, "pay", call -> "paid"));

    express.succeeded(token);

    assertThat(bound.views())
        .extracting(BreakerView::position, BreakerView::tally)
        .containsExactly(tuple(BreakerView.Position.CLOSED, Tally.NONE));
  }

  @Test
  void anotherBindingOfTheMethodKeepsTheWindow() {
    Bound.call(failing);

    Bound.call(bound.stage(Shop.class, "pay", call -> "paid"));

    assertThat(bound.views()).extracting(BreakerView::tally).containsExactly(new Tally(2, 1, 0));
  }

  @Test
  void methodsThatGiveOneNameShareOneBreaker() {
    Stage charge = bound.stage(Shop.class, "charge", Bound.throwing(down));
    Stage refund = bound.stage(Shop.class, "refund", call -> "refunded");

    for (int call = 0; call < 4; call++) {
      Bound.call(charge);
    }

    assertThat(Bound.call(refund))
        .isInstanceOf(CircuitOpenException.class)
        .hasMessage("breaker payments is OPEN (failure rate 100.0 %, next trial in 30.0 s)")
        .hasCause(down);
  }

  private void replay(long token) {
    try {
      failing.call(new Call(new Object[0], new Replay(down, bound.time.nanoTime(), token)));
    } catch (Throwable replayed) {
      assertThat(replayed).isSameAs(down);
    }
  }

  private void open() {
    for (int call = 0; call < 4; call++) {
      Bound.call(failing);
    }
  }

  interface Shop {

    @CircuitBreaker(minimumCalls = 4, halfOpenCalls = 1)
    String pay();

    @CircuitBreaker(minimumCalls = 4)
    HttpResponse<String> fetch();

    @CircuitBreaker(name = "payments", minimumCalls = 4)
    String charge();

    @CircuitBreaker(name = "payments", minimumCalls = 4)
    String refund();

    @CircuitBreaker(key = "#0")
    String keyed(String customer);
  }
}
