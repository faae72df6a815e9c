package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.SystemWorkers;
import dev.holdfast.core.pipeline.TestGuard;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A limit of the whole call that somebody has set is a deadline. */
class MaxDurationTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final FakeTime time = new FakeTime();
  private final IOException failure = new IOException("reset");

  @SuppressWarnings("unused") // compiled against, never called
  private static class Client {

    @Retry(maxDuration = "200ms", backoff = "150ms", jitter = Jitter.NONE)
    void limited() {}

    @Retry
    void unlimited() {}
  }

  @Test
  void guardsFurtherInInheritIt() throws Throwable {
    assertThat(guard("limited").call(call -> leftNanos())).isEqualTo(200 * MILLI);
  }

  @Test
  void theDefaultIsNotInherited() throws Throwable {
    assertThat(guard("unlimited").call(call -> leftNanos())).isNull();
  }

  @Test
  void theAttemptInFlightIsCut() {
    TestGuard limited = guard("limited");

    Throwable thrown =
        catchThrowable(
            () ->
                limited.call(
                    call -> {
                      if (call.failureBefore() == null) {
                        throw failure;
                      }
                      return blockedUntilCut();
                    }));

    assertThat(thrown)
        .isInstanceOf(DeadlineExceededException.class)
        .hasMessage("deadline of shop.Cart#pay has passed (0 ms ago): shop.Cart#pay was cut")
        .hasCause(failure);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aWaitThatDoesNotFitIsNotSlept() {
    TestGuard limited = guard("limited");

    Throwable thrown =
        catchThrowable(
            () ->
                limited.call(
                    call -> {
                      time.advance(60 * MILLI);
                      throw failure;
                    }));

    assertThat(thrown).isSameAs(failure);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void theFutureInFlightIsCancelled() throws Throwable {
    CompletableFuture<@Nullable Object> pending = new CompletableFuture<>();

    CompletableFuture<?> outcome =
        Objects.requireNonNull(
            new TestGuard("shop.Cart#pay", time, Runnable::run, spec("limited"))
                .begin(call -> pending));
    time.advance(200 * MILLI);

    assertThat(catchThrowable(() -> outcome.get(10, TimeUnit.SECONDS)).getCause())
        .isInstanceOf(DeadlineExceededException.class);
    assertThat(pending.isCancelled()).isTrue();
  }

  private Object blockedUntilCut() throws InterruptedException {
    time.advance(50 * MILLI);
    if (Thread.interrupted()) {
      throw new InterruptedException("cut");
    }
    return "paid";
  }

  private @Nullable Object leftNanos() {
    Deadline deadline = Scopes.current().deadline();
    return deadline == null ? null : deadline.remainingNanos(time);
  }

  private TestGuard guard(String method) {
    return new TestGuard("shop.Cart#pay", time, new SystemWorkers(), spec(method));
  }

  private static RetrySpec spec(String method) {
    return new Retried(Client.class, method).spec();
  }
}
