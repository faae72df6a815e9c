package dev.holdfast.core.policy.retry;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @SuppressWarnings("unused") // compiled against, never called
  private abstract static class Client {

    @Retry(jitter = Jitter.NONE, attemptTimeout = "500ms")
    abstract String plain();

    @Retry(jitter = Jitter.NONE, attemptTimeout = "500ms", not = AttemptTimeoutException.class)
    abstract String once();

    @Retry(jitter = Jitter.NONE, attemptTimeout = "150s", backoff = "0")
    abstract String slow();

    @Retry(jitter = Jitter.NONE, attemptTimeout = "500ms")
    abstract CompletableFuture<String> async();
  }

  @AfterEach
  void noInterruptIsLeftBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anAttemptThatTakesTooLongIsCutAndTriedAgain() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");

    Object result = plain.call(attempt -> attempt == 1 ? sleep(plain, 2 * SECOND) : "paid");

    assertThat(result).isEqualTo("paid");
    assertThat(plain.outcomes()).containsEntry("retry.attempt-timed-out", 1L);
  }

  @Test
  void whatIsCutFailsWithItsLimit() {
    Retried once = new Retried(Client.class, "once");

    Throwable thrown = once.fail(attempt -> sleep(once, 2 * SECOND));

    assertThat(thrown)
        .isInstanceOf(AttemptTimeoutException.class)
        .hasMessage("attempt 1 of " + Client.class.getName() + "#once was cut after 500 ms")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(once.attempts()).isEqualTo(1);
  }

  @Test
  void everyAttemptHasItsOwnLimit() {
    Retried plain = new Retried(Client.class, "plain");

    Throwable thrown = plain.fail(attempt -> sleep(plain, 2 * SECOND));

    assertThat(thrown)
        .hasMessage("attempt 3 of " + Client.class.getName() + "#plain was cut after 500 ms");
    assertThat(thrown.getSuppressed()).hasSize(2);
  }

  @Test
  void aLateNormalReturnStands() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");

    Object result =
        plain.call(
            attempt -> {
              plain.time().advance(2 * SECOND);
              return "paid late";
            });

    assertThat(result).isEqualTo("paid late");
    assertThat(plain.attempts()).isEqualTo(1);
  }

  @Test
  void anErrorOfACutAttemptStaysWhatItIs() {
    Retried plain = new Retried(Client.class, "plain");
    OutOfMemoryError error = new OutOfMemoryError("heap");

    Throwable thrown =
        plain.fail(
            attempt -> {
              plain.time().advance(2 * SECOND);
              throw error;
            });

    assertThat(thrown).isSameAs(error);
  }

  @Test
  void theLimitShrinksToWhatIsLeftOfTheWhole() {
    Retried slow = new Retried(Client.class, "slow");

    Throwable thrown = slow.fail(attempt -> sleep(slow, (attempt == 1 ? 150 : 50) * SECOND));

    assertThat(thrown)
        .hasMessage("attempt 2 of " + Client.class.getName() + "#slow was cut after 50.0 s");
  }

  @Test
  void aDeadlineThatComesEarlierIsLeftToCut() {
    Retried plain = new Retried(Client.class, "plain");
    Deadline deadline = Deadline.after(SECOND / 10, plain.time(), "outer");

    Scope outer = Scopes.enter(Scope.NONE.withDeadline(deadline));
    try {
      Throwable thrown =
          plain.fail(
              attempt -> {
                plain.time().advance(2 * SECOND);
                throw new IllegalStateException("not cut here");
              });
      assertThat(thrown).hasMessage("not cut here");
    } finally {
      Scopes.leave(outer);
    }
  }

  @Test
  void noAlarmIsLeftBehind() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");

    plain.call(attempt -> "paid");
    plain.time().advance(20 * SECOND);

    assertThat(plain.time().pendingAlarms()).isZero();
  }

  @Test
  void aFutureThatTakesTooLongIsCancelledAndTriedAgain() {
    Retried async = new Retried(Client.class, "async");
    CompletableFuture<String> never = new CompletableFuture<>();

    CompletableFuture<Object> outcome =
        async.begin(attempt -> attempt == 1 ? never : CompletableFuture.completedFuture("paid"));
    async.pass(SECOND);
    async.pass(SECOND);

    assertThat(outcome).isCompletedWithValue("paid");
    assertThat(never).isCancelled();
    assertThat(async.outcomes()).containsEntry("retry.attempt-timed-out", 1L);
  }

  @Test
  void aBodyThatBlocksBeforeItReturnsItsFutureIsCutAndTriedAgain() {
    Retried async = new Retried(Client.class, "async");

    CompletableFuture<Object> outcome =
        async.begin(attempt -> attempt == 1 ? sleep(async, 2 * SECOND) : completedFuture("paid"));
    async.pass(SECOND);

    assertThat(outcome).isCompletedWithValue("paid");
    assertThat(async.outcomes()).containsEntry("retry.attempt-timed-out", 1L);
  }

  @Test
  void aFutureThatIsDoneWhenItsBodyReturnsLateStands() {
    Retried async = new Retried(Client.class, "async");

    CompletableFuture<Object> outcome =
        async.begin(
            attempt -> {
              async.time().advance(2 * SECOND);
              return completedFuture("paid");
            });

    assertThat(outcome).isCompletedWithValue("paid");
  }

  @Test
  void theFailureOfACutFutureNeverRunsOnTheThreadOfTheAlarms() {
    Retried async = new Retried(Client.class, "async");
    CompletableFuture<Object> outcome = async.begin(attempt -> new CompletableFuture<>());

    async.time().advance(SECOND);

    assertThat(outcome).isNotDone();
    assertThat(async.handedOver()).isNotEmpty();
  }

  @Test
  void anObserverCountsAttemptsThatWouldHaveBeenCut() {
    Retried plain = new Retried(Client.class, "plain");
    AttemptLimit limit = (AttemptLimit) plain.layers().get(1).policy();

    var quick = limit.observer().begin(new Call(new Object[0]));
    quick.end("paid", null);
    var slow = limit.observer().begin(new Call(new Object[0]));
    plain.time().advance(SECOND);
    slow.end("paid", null);

    assertThat(plain.outcomes()).containsEntry("retry.would-time-out", 1L);
  }

  private static Object sleep(Retried retried, long nanos) throws InterruptedException {
    retried.time().sleep(nanos);
    return "slept";
  }
}
