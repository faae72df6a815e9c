package dev.holdfast.core.policy.breaker;

import static dev.holdfast.core.policy.breaker.Verdict.FAILURE;
import static dev.holdfast.core.policy.breaker.Verdict.NEUTRAL;
import static dev.holdfast.core.policy.breaker.Verdict.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.FakeResponse;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import dev.holdfast.core.call.Responses;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeJudgeTest {

  private static final String GUARD = "shop.Cart#pay";
  private static final String OUTER = "shop.Cart#checkOut";

  private final FakeTime time = new FakeTime();
  private final OutcomeJudge judge = judge(List.of("java.lang.Throwable"), List.of());

  @Test
  void anythingThrownIsAFailureByDefault() {
    assertThat(verdict(judge, new IOException("down"))).isEqualTo(FAILURE);
    assertThat(verdict(judge, new StackOverflowError())).isEqualTo(FAILURE);
    assertThat(verdict(judge, new CompletionException(new IOException("down")))).isEqualTo(FAILURE);
  }

  @Test
  void theClosestListedTypeDecidesAndWhatIsNowhereIsASuccess() {
    OutcomeJudge some =
        judge(
            List.of("java.io.IOException"),
            List.of("java.net.SocketException", "java.io.EOFException"));

    assertThat(verdict(some, new IOException())).isEqualTo(FAILURE);
    assertThat(verdict(some, new java.net.ConnectException())).isEqualTo(NEUTRAL);
    assertThat(verdict(some, new java.io.EOFException())).isEqualTo(NEUTRAL);
    assertThat(verdict(some, new IllegalStateException())).isEqualTo(SUCCESS);
  }

  @Test
  void refusalsOfNestedGuardsCountNeitherWay() {
    Throwable open = new CircuitOpenException("stock", 60, Duration.ZERO, null);
    Throwable late = new DeadlineExceededException("stock", "too late", Duration.ZERO, null);

    assertThat(verdict(judge, open)).isEqualTo(NEUTRAL);
    assertThat(verdict(judge, new CompletionException(open))).isEqualTo(NEUTRAL);
    assertThat(verdict(judge, late)).isEqualTo(NEUTRAL);
  }

  @Test
  void securityFailuresCountNeitherWay() {
    assertThat(verdict(judge, new SecurityException("not you"))).isEqualTo(NEUTRAL);
    assertThat(verdict(judge, new javax.security.auth.login.LoginException())).isEqualTo(NEUTRAL);
  }

  @Test
  void theCallersInterruptAndCancelCountNeitherWay() {
    assertThat(verdict(judge, new InterruptedException())).isEqualTo(NEUTRAL);
    assertThat(verdict(judge, new IllegalStateException(new InterruptedException())))
        .isEqualTo(NEUTRAL);
    assertThat(verdict(judge, new ClosedByInterruptException())).isEqualTo(NEUTRAL);
    assertThat(verdict(judge, new CancellationException())).isEqualTo(NEUTRAL);
    assertThat(judge.failure(new IOException("interrupted"), null, true)).isEqualTo(NEUTRAL);
  }

  @Test
  void anOwnAttemptTimeoutIsAFailureWhateverIsListedButNot() {
    Throwable cut = new AttemptTimeoutException("too slow", new InterruptedException());

    assertThat(verdict(judge, cut)).isEqualTo(FAILURE);
    assertThat(verdict(judge(List.of("java.io.IOException"), List.of()), cut)).isEqualTo(FAILURE);
    assertThat(
            verdict(
                judge(
                    List.of("java.lang.Throwable"),
                    List.of("dev.holdfast.AttemptTimeoutException")),
                cut))
        .isEqualTo(NEUTRAL);
  }

  @Test
  void aCutByTheOwnDeadlineIsAFailureAndByAnInheritedOneIsNot() {
    Throwable cut = new InterruptedException();

    assertThat(judge.failure(cut, fired(GUARD), false)).isEqualTo(FAILURE);
    assertThat(judge.failure(cut, fired(OUTER), false)).isEqualTo(NEUTRAL);
    assertThat(judge.failure(new CancellationException(), fired(GUARD), false)).isEqualTo(FAILURE);
    assertThat(judge.failure(new IOException("closed"), fired(OUTER), false)).isEqualTo(NEUTRAL);
  }

  @Test
  void aTimeoutThatAnInheritedDeadlineShortenedCountsNeitherWay() {
    Throwable timeout = new IOException(new SocketTimeoutException("Read timed out"));

    assertThat(judge.failure(timeout, in(Duration.ZERO, OUTER), false)).isEqualTo(NEUTRAL);
    assertThat(judge.failure(new InterruptedIOException(), in(Duration.ZERO, OUTER), false))
        .isEqualTo(NEUTRAL);
    assertThat(judge.failure(timeout, in(Duration.ofMillis(1), OUTER), false)).isEqualTo(NEUTRAL);
    assertThat(judge.failure(timeout, in(Duration.ofMillis(2), OUTER), false)).isEqualTo(FAILURE);
    assertThat(judge.failure(timeout, in(Duration.ZERO, GUARD), false)).isEqualTo(FAILURE);
    assertThat(judge.failure(new IOException("down"), in(Duration.ZERO, OUTER), false))
        .isEqualTo(FAILURE);
  }

  @Test
  void aResponseCountsByItsStatusReturnedOrThrown() {
    assertThat(judge.result(FakeResponse.of(503))).isEqualTo(FAILURE);
    assertThat(judge.result(FakeResponse.of(404))).isEqualTo(SUCCESS);
    assertThat(judge.result("paid")).isEqualTo(SUCCESS);
    assertThat(judge.result(null)).isEqualTo(SUCCESS);
    assertThat(verdict(judge, new AnswerException(FakeResponse.of(429)))).isEqualTo(FAILURE);
    assertThat(verdict(judge, new AnswerException(FakeResponse.of(404)))).isEqualTo(SUCCESS);
    assertThat(verdict(judge, new IllegalStateException(new AnswerException(FakeResponse.of(404)))))
        .isEqualTo(SUCCESS);
  }

  @Test
  void anExceptionThatIsListedExactlyIsNotJudgedByItsStatus() {
    OutcomeJudge exact = judge(List.of(AnswerException.class.getName()), List.of());
    OutcomeJudge not =
        judge(List.of("java.lang.Throwable"), List.of(AnswerException.class.getName()));

    assertThat(verdict(exact, new AnswerException(FakeResponse.of(404)))).isEqualTo(FAILURE);
    assertThat(verdict(not, new AnswerException(FakeResponse.of(503)))).isEqualTo(NEUTRAL);
  }

  @Test
  void withoutStatusesNothingIsJudgedByThem() {
    OutcomeJudge blind =
        new OutcomeJudge(
            GUARD,
            new FailureTypes(List.of("java.lang.Throwable"), List.of()),
            Statuses.NONE,
            false,
            responses(),
            time);

    assertThat(blind.result(FakeResponse.of(503))).isEqualTo(SUCCESS);
    assertThat(verdict(blind, new AnswerException(FakeResponse.of(404)))).isEqualTo(FAILURE);
  }

  @Test
  void aServersDemandIsReadWhereItIsObeyed() {
    OutcomeJudge obedient =
        new OutcomeJudge(
            GUARD,
            new FailureTypes(List.of("java.lang.Throwable"), List.of()),
            Statuses.parse("429,500-599"),
            true,
            responses(),
            time);
    FakeResponse<String> busy = FakeResponse.of(503, "Retry-After", "7");
    Verdict demand = Verdict.failure(TimeUnit.SECONDS.toNanos(7));

    assertThat(obedient.result(busy)).isEqualTo(demand);
    assertThat(verdict(obedient, new AnswerException(busy))).isEqualTo(demand);
    assertThat(obedient.result(FakeResponse.of(503, "Retry-After", "0"))).isEqualTo(FAILURE);
    assertThat(obedient.result(FakeResponse.of(503))).isEqualTo(FAILURE);
    assertThat(judge.result(busy)).isEqualTo(FAILURE);
  }

  private OutcomeJudge judge(List<String> on, List<String> not) {
    return new OutcomeJudge(
        GUARD, new FailureTypes(on, not), Statuses.parse("429,500-599"), false, responses(), time);
  }

  private static Verdict verdict(OutcomeJudge judge, Throwable failure) {
    return judge.failure(failure, null, false);
  }

  private Deadline fired(String guard) {
    Deadline deadline = in(Duration.ZERO, guard);
    deadline.fire();
    return deadline;
  }

  private Deadline in(Duration duration, String guard) {
    return new Deadline(time.nanoTime() + duration.toNanos(), guard);
  }

  private static Responses responses() {
    return new Responses(List.of(new AnswerReader()));
  }

  /** A client's exception that carries the answer. */
  private static final class AnswerException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient HttpResponse<?> response;

    AnswerException(HttpResponse<?> response) {
      this.response = response;
    }
  }

  private static final class AnswerReader implements ResponseReader {

    @Override
    public boolean mayBeReturnedAs(Class<?> type) {
      return true;
    }

    @Override
    public Optional<HttpAnswer> read(Object resultOrFailure) {
      @Nullable Object carried =
          resultOrFailure instanceof AnswerException failure ? failure.response : resultOrFailure;
      return carried instanceof HttpResponse<?> response
          ? Optional.of(
              new HttpAnswer(response.statusCode(), name -> response.headers().allValues(name)))
          : Optional.empty();
    }

    @Override
    public void discard(Object response) {}
  }
}
