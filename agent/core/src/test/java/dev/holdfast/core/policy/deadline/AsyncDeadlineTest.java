package dev.holdfast.core.policy.deadline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.core.call.SystemWorkers;
import dev.holdfast.core.pipeline.TestGuard;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncDeadlineTest {

  private static final long LIMIT_NANOS = MILLISECONDS.toNanos(100);
  private static final Duration LIMIT = Duration.ofMillis(100);

  private final FakeTime time = new FakeTime();
  private final CompletableFuture<Object> body = new CompletableFuture<>();
  private final TestGuard pay =
      new TestGuard("shop.Cart#pay", time, Runnable::run, new DeadlineSpec(LIMIT, true, false));
  private final TestGuard handedOver =
      new TestGuard(
          "shop.Cart#pay", time, new SystemWorkers(), new DeadlineSpec(LIMIT, true, true));

  @AfterEach
  void noInterruptIsLeftBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aResultInTimeIsPassedOn() throws Throwable {
    CompletableFuture<@Nullable Object> outcome = begin(pay, call -> body);

    time.advance(99);
    body.complete("paid");

    assertThat(outcome).isCompletedWithValue("paid");
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void aFailureInTimeIsPassedOnRaw() throws Throwable {
    IOException failure = new IOException("reset");
    CompletableFuture<@Nullable Object> outcome =
        begin(pay, call -> body.thenApply(result -> result));

    body.completeExceptionally(failure);

    assertThat(failureOf(outcome)).isSameAs(failure);
  }

  @Test
  void atTheDeadlineTheBodysFutureIsCancelledAndOursFails() throws Throwable {
    CompletableFuture<@Nullable Object> outcome = begin(pay, call -> body);

    time.advance(LIMIT_NANOS);

    assertThat(body).isCancelled();
    assertThat(failureOf(outcome))
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage("deadline of shop.Cart#pay has passed (0 ms ago): shop.Cart#pay was cancelled")
        .hasNoCause();
    assertThat(pay.count("deadline.exceeded")).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theCauseIsTheLastFailureBeforeTheCancelledAttempt() throws Throwable {
    IOException before = new IOException("reset");
    CompletableFuture<@Nullable Object> outcome =
        begin(
            pay,
            call -> {
              call.repeatAfter(before);
              return body;
            });

    time.advance(LIMIT_NANOS);

    assertThat(failureOf(outcome).getCause()).isSameAs(before);
  }

  @Test
  void cancellingOursCancelsTheBodys() throws Throwable {
    CompletableFuture<@Nullable Object> outcome = begin(pay, call -> body);

    outcome.cancel(true);

    assertThat(body).isCancelled();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void aBodyThatBlocksPastTheDeadlineIsInterruptedAndItsFutureCancelled() throws Throwable {
    boolean[] wasInterrupted = new boolean[1];

    CompletableFuture<@Nullable Object> outcome =
        begin(
            pay,
            call -> {
              time.advance(LIMIT_NANOS);
              wasInterrupted[0] = Thread.currentThread().isInterrupted();
              return body;
            });

    assertThat(wasInterrupted[0]).isTrue();
    assertThat(body).isCancelled();
    assertThat(failureOf(outcome)).isExactlyInstanceOf(DeadlineExceededException.class);
  }

  @Test
  void aBodyThatIsNotToBeInterruptedMayBlock() throws Throwable {
    TestGuard shielded =
        new TestGuard("shop.Cart#pay", time, Runnable::run, new DeadlineSpec(LIMIT, false, false));
    boolean[] wasInterrupted = new boolean[1];

    CompletableFuture<@Nullable Object> outcome =
        begin(
            shielded,
            call -> {
              time.advance(LIMIT_NANOS);
              wasInterrupted[0] = Thread.currentThread().isInterrupted();
              return body;
            });

    assertThat(wasInterrupted[0]).isFalse();
    assertThat(failureOf(outcome)).isExactlyInstanceOf(DeadlineExceededException.class);
  }

  @Test
  void aResultThatIsThereButLateDoesNotStand() throws Throwable {
    CompletableFuture<@Nullable Object> outcome =
        begin(
            pay,
            call -> {
              time.advance(LIMIT_NANOS);
              return CompletableFuture.completedFuture("paid");
            });

    assertThat(failureOf(outcome)).isExactlyInstanceOf(DeadlineExceededException.class);
  }

  @Test
  void aSynchronousFailureAfterTheDeadlineIsTheCause() throws Throwable {
    IOException failure = new IOException("reset");

    CompletableFuture<@Nullable Object> outcome =
        begin(
            pay,
            call -> {
              time.advance(LIMIT_NANOS);
              throw failure;
            });

    assertThat(failureOf(outcome))
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage("deadline of shop.Cart#pay has passed (0 ms ago): shop.Cart#pay was cut")
        .cause()
        .isSameAs(failure);
  }

  @Test
  void noCallBeginsAfterAnInheritedDeadline() throws Throwable {
    TestGuard place =
        new TestGuard(
            "shop.Orders#place",
            time,
            Runnable::run,
            new DeadlineSpec(Duration.ofMillis(50), true, false));

    Object outcome =
        place.call(
            call -> {
              time.advance(LIMIT_NANOS);
              Thread.interrupted();
              return begin(pay, inner -> "must not run");
            });

    assertThat(failureOf((CompletableFuture<?>) Objects.requireNonNull(outcome)))
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage(
            "deadline of shop.Orders#place has passed (50 ms ago): shop.Cart#pay was not begun");
  }

  @Test
  void aBodyThatReturnsNoFutureIsPassedOnAsSuch() throws Throwable {
    assertThat(pay.begin(call -> null)).isNull();
  }

  @Test
  void aHandedOverBodyThatBlocksDoesNotKeepItsCaller() throws Throwable {
    CountDownLatch gate = new CountDownLatch(1);

    CompletableFuture<@Nullable Object> outcome =
        begin(
            handedOver,
            call -> {
              assertThat(gate.await(10, SECONDS)).isTrue();
              return body;
            });
    boolean wasDone = outcome.isDone();
    gate.countDown();
    body.complete("paid");

    assertThat(wasDone).isFalse();
    assertThat(outcome.get(10, SECONDS)).isEqualTo("paid");
  }

  @Test
  void aHandedOverBodyThatBlocksIsCutAtTheDeadline() throws Throwable {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Throwable> last = new CompletableFuture<>();

    CompletableFuture<@Nullable Object> outcome =
        begin(
            handedOver,
            call -> {
              begun.countDown();
              last.complete(catchThrowable(() -> never.await(10, SECONDS)));
              return body;
            });
    assertThat(begun.await(10, SECONDS)).isTrue();
    time.advance(LIMIT_NANOS);

    assertThat(failureOf(outcome)).isExactlyInstanceOf(DeadlineExceededException.class);
    assertThat(last.get(10, SECONDS)).isExactlyInstanceOf(InterruptedException.class);
  }

  @Test
  void aHandedOverBodyThatReturnsNoFutureCompletesOursWithNull() throws Throwable {
    CountDownLatch goOn = new CountDownLatch(1);

    CompletableFuture<@Nullable Object> outcome =
        begin(
            handedOver,
            call -> {
              assertThat(goOn.await(10, SECONDS)).isTrue();
              return null;
            });
    goOn.countDown();

    assertThat(outcome.get(10, SECONDS)).isNull();
  }

  private static CompletableFuture<@Nullable Object> begin(TestGuard guard, TestGuard.Body body)
      throws Throwable {
    return Objects.requireNonNull(guard.begin(body));
  }

  private static Throwable failureOf(CompletableFuture<?> outcome) {
    Throwable thrown = catchThrowable(() -> outcome.get(10, SECONDS));
    assertThat(thrown).isExactlyInstanceOf(ExecutionException.class);
    return Objects.requireNonNull(thrown.getCause());
  }
}
