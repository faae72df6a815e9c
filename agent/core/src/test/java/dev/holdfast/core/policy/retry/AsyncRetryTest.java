package dev.holdfast.core.policy.retry;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.CircuitOpenException;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.FakeResponse;
import dev.holdfast.core.call.Scopes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AsyncRetryTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final IOException first = new IOException("first");
  private final IOException second = new IOException("second");
  private final IOException third = new IOException("third");
  private final List<IOException> failures = List.of(first, second, third);

  @SuppressWarnings("unused") // compiled against, and called by handles
  private static class Client {

    @Retry(jitter = Jitter.NONE)
    CompletableFuture<String> plain() {
      return new CompletableFuture<>();
    }

    @Retry(jitter = Jitter.NONE)
    CompletableFuture<HttpResponse<String>> response() {
      return new CompletableFuture<>();
    }

    @Retry(jitter = Jitter.NONE, onResult = "isBad")
    CompletableFuture<String> judged() {
      return new CompletableFuture<>();
    }

    static boolean isBad(String result) {
      if (result.isEmpty()) {
        throw new IllegalStateException("cannot judge");
      }
      return result.equals("bad");
    }

    @Retry(jitter = Jitter.NONE, backoff = "150s", maxBackoff = "150s")
    CompletableFuture<String> slow() {
      return new CompletableFuture<>();
    }
  }

  @Test
  void aFutureThatPassesAtOnceIsHandedOnAsItIs() {
    Retried plain = new Retried(Client.class, "plain");

    assertThat(plain.begin(attempt -> completedFuture("paid"))).isCompletedWithValue("paid");
    assertThat(plain.outcomes()).isEmpty();
  }

  @Test
  void aFailedFutureIsTriedAgainWithoutAThreadThatWaits() {
    Retried plain = new Retried(Client.class, "plain");

    CompletableFuture<Object> outcome =
        plain.begin(
            attempt -> attempt < 3 ? failedFuture(failure(attempt)) : completedFuture("paid"));
    assertThat(outcome).isNotDone();
    plain.pass(SECOND / 10);
    assertThat(plain.attempts()).isEqualTo(2);
    plain.pass(SECOND / 5);

    assertThat(outcome).isCompletedWithValue("paid");
    assertThat(plain.time().sleeps()).isEmpty();
    assertThat(plain.outcomes()).containsEntry("retry.recovered", 1L);
  }

  @Test
  void attemptsFromTheSecondOnRunOnWorkers() {
    Retried plain = new Retried(Client.class, "plain");
    plain.begin(attempt -> failedFuture(failure(attempt)));

    plain.time().advance(SECOND);

    assertThat(plain.attempts()).isEqualTo(1);
    assertThat(plain.handedOver()).hasSize(1);
    plain.work();
    assertThat(plain.attempts()).isEqualTo(2);
  }

  @Test
  void whenAttemptsRunOutTheFutureFailsRawWithTheHistory() {
    Retried plain = new Retried(Client.class, "plain");

    CompletableFuture<Object> outcome =
        plain.begin(attempt -> failedFuture(new CompletionException(failure(attempt))));
    plain.pass(SECOND);
    plain.pass(SECOND);

    assertThat(raw(outcome)).isSameAs(third);
    assertThat(third.getSuppressed())
        .extracting(Throwable::getCause)
        .containsExactly(first, second);
    assertThat(plain.events()).hasSize(1);
  }

  @Test
  void aSynchronousThrowIsAFailedAttemptWhicheverItIs() {
    Retried plain = new Retried(Client.class, "plain");

    CompletableFuture<Object> outcome =
        plain.begin(
            attempt -> {
              if (attempt < 3) {
                throw failure(attempt);
              }
              return completedFuture("paid");
            });
    plain.pass(SECOND);
    plain.pass(SECOND);

    assertThat(outcome).isCompletedWithValue("paid");
  }

  @Test
  void aSynchronousErrorInALaterAttemptEndsTheFuture() {
    Retried plain = new Retried(Client.class, "plain");
    OutOfMemoryError error = new OutOfMemoryError("heap");

    CompletableFuture<Object> outcome =
        plain.begin(
            attempt -> {
              if (attempt == 2) {
                throw error;
              }
              return failedFuture(first);
            });
    plain.pass(SECOND);

    assertThat(raw(outcome)).isSameAs(error);
    assertThat(plain.attempts()).isEqualTo(2);
  }

  @Test
  void refusalsAreNotTriedAgain() {
    Retried plain = new Retried(Client.class, "plain");
    CircuitOpenException refusal = new CircuitOpenException("b", "open", null, null);

    assertThat(raw(plain.begin(attempt -> failedFuture(refusal)))).isSameAs(refusal);
    assertThat(plain.attempts()).isEqualTo(1);
  }

  @Test
  void aFutureThatFailsLaterIsTriedAgain() {
    Retried plain = new Retried(Client.class, "plain");
    CompletableFuture<Object> slow = new CompletableFuture<>();

    CompletableFuture<Object> outcome =
        plain.begin(attempt -> attempt == 1 ? slow : completedFuture("paid"));
    slow.completeExceptionally(first);
    plain.pass(SECOND);

    assertThat(outcome).isCompletedWithValue("paid");
  }

  @Test
  void cancellingCancelsTheBodysFutureAndStopsFurtherAttempts() {
    Retried plain = new Retried(Client.class, "plain");
    CompletableFuture<Object> slow = new CompletableFuture<>();
    CompletableFuture<Object> outcome = plain.begin(attempt -> slow);

    outcome.cancel(true);
    plain.pass(SECOND);

    assertThat(slow).isCancelled();
    assertThat(plain.attempts()).isEqualTo(1);
  }

  @Test
  void cancellingDuringAWaitStopsFurtherAttempts() {
    Retried plain = new Retried(Client.class, "plain");
    CompletableFuture<Object> outcome = plain.begin(attempt -> failedFuture(first));

    outcome.cancel(true);
    plain.pass(SECOND);

    assertThat(plain.attempts()).isEqualTo(1);
  }

  @Test
  void cancellingBetweenWaitAndAttemptStopsTheAttempt() {
    Retried plain = new Retried(Client.class, "plain");
    CompletableFuture<Object> outcome = plain.begin(attempt -> failedFuture(first));
    plain.time().advance(SECOND);

    outcome.cancel(true);
    plain.work();

    assertThat(plain.attempts()).isEqualTo(1);
  }

  @Test
  void theBodyKnowsItsAttemptAndTheCallersContext() {
    Retried plain = new Retried(Client.class, "plain");
    ClassLoader own = new ClassLoader(getClass().getClassLoader()) {};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    List<Object> known = new ArrayList<>();

    thread.setContextClassLoader(own);
    try {
      plain.begin(
          attempt -> {
            known.add(Scopes.current().attempt());
            known.add(thread.getContextClassLoader());
            return failedFuture(failure(attempt));
          });
    } finally {
      thread.setContextClassLoader(before);
    }
    plain.pass(SECOND);
    plain.pass(SECOND);

    assertThat(known).containsExactly(1, own, 2, own, 3, own);
  }

  @Test
  void aRejectedResultIsTriedAgain() {
    Retried judged = new Retried(Client.class, "judged");

    CompletableFuture<Object> outcome =
        judged.begin(attempt -> completedFuture(attempt == 1 ? "bad" : "good"));
    judged.pass(SECOND);

    assertThat(outcome).isCompletedWithValue("good");
  }

  @Test
  void whatTheCheckThrowsFailsTheFuture() {
    Retried judged = new Retried(Client.class, "judged");

    Throwable thrown = raw(judged.begin(attempt -> completedFuture("")));

    assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("cannot judge");
    assertThat(judged.attempts()).isEqualTo(1);
  }

  @Test
  void aResponseIsJudgedByItsStatus() {
    Retried response = new Retried(Client.class, "response");
    FakeResponse<String> unavailable = FakeResponse.of(503);

    CompletableFuture<Object> outcome = response.begin(attempt -> completedFuture(unavailable));
    response.pass(SECOND);
    response.pass(SECOND);

    assertThat(outcome).isCompletedWithValue(unavailable);
    assertThat(response.attempts()).isEqualTo(3);
  }

  @Test
  void aResponseThatCannotBeClosedIsTriedAgainAllTheSame() {
    Retried response = new Retried(Client.class, "response");
    AutoCloseable unclosable =
        () -> {
          throw new AssertionError("cannot be closed");
        };

    CompletableFuture<Object> outcome =
        response.begin(
            attempt ->
                completedFuture(
                    attempt == 1 ? new FakeResponse<>(503, Map.of(), unclosable) : "ok"));
    response.pass(SECOND);

    assertThat(outcome).isCompletedWithValue("ok");
  }

  @Test
  void aWaitThatDoesNotFitFailsAtOnce() {
    Retried slow = new Retried(Client.class, "slow");

    CompletableFuture<Object> outcome = slow.begin(attempt -> failedFuture(failure(attempt)));
    slow.pass(150 * SECOND);

    assertThat(raw(outcome)).isSameAs(second);
    assertThat(slow.outcomes()).containsEntry("retry.out-of-time", 1L);
  }

  @Test
  void aWaitThatTheShutdownEndsIsTheEndOfTheCall() {
    Retried plain = new Retried(Client.class, "plain");
    plain.time().shutDown(SECOND / 20);

    CompletableFuture<Object> outcome = plain.begin(attempt -> failedFuture(first));
    plain.pass(SECOND);

    assertThat(raw(outcome)).isSameAs(first);
  }

  @Test
  void whereNoWorkerIsToBeHadTheFutureFails() {
    Retried plain = new Retried(Client.class, "plain").withoutWorkers();

    CompletableFuture<Object> outcome = plain.begin(attempt -> failedFuture(first));
    plain.pass(SECOND);

    assertThat(raw(outcome)).isSameAs(first);
  }

  @Test
  void layersDoNotMultiplyAcrossThreads() {
    Retried outer = new Retried(Client.class, "plain");
    Retried inner = new Retried(Client.class, "judged", outer.time());

    CompletableFuture<Object> outcome =
        outer.begin(
            attempt ->
                inner
                    .begin(ignored -> failedFuture(new IOException("down")))
                    .thenApply(result -> result));
    for (int turn = 0; turn < 20; turn++) {
      outer.pass(SECOND);
      inner.work();
    }

    assertThat(raw(outcome)).hasMessage("down");
    assertThat(List.of(outer.attempts(), inner.attempts())).containsExactly(1, 3);
  }

  @Test
  void theCallKnowsWhatItsAttemptsCameTo() {
    Retried response = new Retried(Client.class, "response");
    Call call = new Call(new Object[0]);

    response.begin(call, attempt -> completedFuture(FakeResponse.of(503)));
    response.pass(SECOND);
    response.pass(SECOND);

    assertThat(call.isRejected()).isTrue();
    assertThat(call.isAmbiguous()).isTrue();
  }

  private IOException failure(int attempt) {
    return failures.get(attempt - 1);
  }

  private static Throwable raw(CompletableFuture<Object> outcome) {
    assertThat(outcome).isCompletedExceptionally();
    Throwable thrown = catchThrowable(outcome::get);
    assertThat(thrown).isInstanceOf(ExecutionException.class);
    return Objects.requireNonNull(thrown.getCause());
  }
}
