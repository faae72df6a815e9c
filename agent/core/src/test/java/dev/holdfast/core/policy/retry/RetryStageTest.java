package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.AttemptFailure;
import dev.holdfast.CallRefusedException;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Replay;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.event.Event.Severity;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryStageTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final IOException first = new IOException("first");
  private final IOException second = new IOException("second");
  private final IOException third = new IOException("third");

  @SuppressWarnings("unused") // compiled against, never called
  private static class Client {

    @Retry(jitter = Jitter.NONE)
    void plain() {}
  }

  @Test
  void aCallThatPassesAtOnceIsLeftAlone() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");

    assertThat(plain.call(attempt -> "paid")).isEqualTo("paid");
    assertThat(plain.outcomes()).isEmpty();
    assertThat(plain.time().sleeps()).isEmpty();
  }

  @Test
  void aFailureIsTriedAgainAfterGrowingWaits() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");

    Object result = plain.call(attempt -> failing(attempt, first, second));

    assertThat(result).isEqualTo("paid");
    assertThat(plain.time().sleeps()).containsExactly(100 * MILLI, 200 * MILLI);
    assertThat(plain.outcomes())
        .containsOnly(
            Map.entry("retry.retried", 2L),
            Map.entry("retry.recovered", 1L),
            Map.entry("retry.attempts-3", 1L));
    assertThat(plain.events()).isEmpty();
  }

  @Test
  void whenAttemptsRunOutTheCallerGetsTheLastFailureItselfWithTheOthersAttached() {
    Retried plain = new Retried(Client.class, "plain");

    Throwable thrown = plain.fail(this::failing);

    assertThat(thrown).isSameAs(third);
    assertThat(thrown.getSuppressed())
        .extracting(Throwable::getCause)
        .containsExactly(first, second);
    assertThat(((AttemptFailure) thrown.getSuppressed()[1]).attempt()).isEqualTo(2);
    assertThat(((AttemptFailure) thrown.getSuppressed()[1]).waited())
        .isEqualTo(Duration.ofMillis(200));
    assertThat(plain.attempts()).isEqualTo(3);
  }

  @Test
  void anExhaustedCallIsToldOf() {
    Retried plain = new Retried(Client.class, "plain");

    plain.fail(this::failing);

    assertThat(plain.events()).hasSize(1);
    assertThat(plain.events().get(0).severity()).isEqualTo(Severity.WARN);
    assertThat(plain.events().get(0).sentence())
        .isEqualTo(
            Client.class.getName()
                + "#plain failed for good after 3 attempts in 300 ms, last with"
                + " java.io.IOException: no attempts are left");
  }

  @Test
  void aLaterFailureThatIsNotTriedAgainCarriesTheHistory() {
    Retried plain = new Retried(Client.class, "plain");
    SecurityException denied = new SecurityException("denied");

    Throwable thrown = plain.fail(attempt -> failing(attempt, first, denied));

    assertThat(thrown).isSameAs(denied);
    assertThat(thrown.getSuppressed()).extracting(Throwable::getCause).containsExactly(first);
    assertThat(plain.events()).isEmpty();
  }

  @Test
  void aRefusalThatEndsTheAttemptsHasTheLastFailureAsItsCause() {
    Retried plain = new Retried(Client.class, "plain");
    Throwable ofOthers = new IOException("of others");
    CircuitOpenException refusal = new CircuitOpenException("b", "open", null, ofOthers);

    Throwable thrown = plain.fail(attempt -> failing(attempt, first, refusal));

    assertThat(thrown).isSameAs(refusal).cause().isSameAs(first);
    assertThat(plain.attempts()).isEqualTo(2);
  }

  @Test
  void aRefusalWhoseCauseCannotChangeHasTheLastFailureAsSuppressed() {
    CallRefusedException fixed = new CircuitOpenException("b", "open", null, first);
    fixed.initCause(second);

    Refusals.explain(fixed, third);

    assertThat(fixed).cause().isSameAs(second);
    assertThat(fixed.getSuppressed()).containsExactly(third);
  }

  @Test
  void aSharedFailureIsThrownAsItIs() {
    Retried plain = new Retried(Client.class, "plain");

    Throwable thrown = plain.fail(first);

    assertThat(thrown).isSameAs(first);
    assertThat(thrown.getSuppressed()).isEmpty();
    assertThat(plain.attempts()).isEqualTo(3);
  }

  @Test
  void theNextCallOfTheThreadStartsAfresh() {
    Retried plain = new Retried(Client.class, "plain");

    plain.fail(first);
    plain.fail(first);

    assertThat(plain.attempts()).isEqualTo(6);
  }

  @Test
  void theBodyKnowsItsAttempt() {
    Retried plain = new Retried(Client.class, "plain");
    List<Integer> known = new ArrayList<>();

    plain.fail(
        attempt -> {
          known.add(Scopes.current().attempt());
          throw first;
        });

    assertThat(known).containsExactly(1, 2, 3);
    assertThat(Scopes.current().attempt()).isEqualTo(1);
  }

  @Test
  void theCallKnowsWhatItsEarlierAttemptsCameTo() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");
    Call call = new Call(new Object[0]);
    SocketTimeoutException timeout = new SocketTimeoutException("Read timed out");

    plain.call(call, attempt -> failing(attempt, timeout, first));

    assertThat(call.failureBefore()).isSameAs(first);
    assertThat(call.isAmbiguous()).isTrue();
  }

  @Test
  void anAttemptThatWasMadeBeforeTheStagesCountsAsTheFirst() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");
    long begunNanos = plain.time().nanoTime();
    plain.time().advance(35 * MILLI);
    Call call = new Call(new Object[0], new Replay(first, begunNanos, 0));

    Throwable thrown =
        catchThrowable(
            () ->
                plain.call(
                    call,
                    attempt -> {
                      Throwable made = call.replayed();
                      throw made != null ? made : attempt == 2 ? second : third;
                    }));

    assertThat(thrown).isSameAs(third);
    AttemptFailure attached = (AttemptFailure) thrown.getSuppressed()[0];
    assertThat(attached.elapsed()).isEqualTo(Duration.ofMillis(35));
    assertThat(attached).cause().isSameAs(first);
  }

  @Test
  void aFaultOfTheEngineIsNotTriedAgain() {
    Retried plain = new Retried(Client.class, "plain");
    RetryPolicy policy = (RetryPolicy) plain.layers().get(0).policy();
    IllegalStateException fault = new IllegalStateException("a bug further in");

    Throwable thrown =
        catchThrowable(
            () ->
                policy
                    .around(
                        call -> {
                          throw fault;
                        })
                    .call(new Call(new Object[0])));

    assertThat(thrown).isSameAs(fault);
    assertThat(plain.time().sleeps()).isEmpty();
  }

  private Object failing(int attempt) throws Throwable {
    return failing(attempt, first, second, third);
  }

  private static Object failing(int attempt, Throwable... failures) throws Throwable {
    if (attempt <= failures.length) {
      throw failures[attempt - 1];
    }
    return "paid";
  }
}
