package dev.holdfast.core.policy.deadline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.CallRefusedException;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.SystemWorkers;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.pipeline.TestGuard;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandoffTest {

  private static final long LIMIT_NANOS = MILLISECONDS.toNanos(100);
  private static final DeadlineSpec SPEC = new DeadlineSpec(Duration.ofMillis(100), true, true);

  private final FakeTime time = new FakeTime();
  private final TestGuard pay = new TestGuard("shop.Cart#pay", time, new SystemWorkers(), SPEC);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void noInterruptIsLeftBehind() {
    gate.countDown();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void theBodyRunsOnAWorkerAsItsCallerWould() throws Throwable {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();

    Object seen =
        pay.call(
            call ->
                List.of(
                    Thread.currentThread().getName().startsWith("holdfast-worker-"),
                    Scopes.current().deadline() != null,
                    Thread.currentThread().getContextClassLoader() == loader));

    assertThat(seen).isEqualTo(List.of(true, true, true));
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void aFailureShowsTheBodyAndItsCaller() {
    IOException failure = new IOException("made on the caller's thread");

    Throwable elsewhere = catchThrowable(() -> pay.call(call -> failing(failure)));
    Throwable here = catchThrowable(() -> pay.call(call -> HandoffTest.failingHere()));

    assertThat(elsewhere).isSameAs(failure);
    assertThat(methodsOf(here))
        .containsSubsequence("failingHere", "run", "appendTo", "aFailureShowsTheBodyAndItsCaller");
    assertThat(methodsOf(here)).doesNotContain("runWorker");
  }

  @Test
  void theCallerIsFreeAtTheDeadlineEvenIfTheBodyIgnoresInterrupts() throws Exception {
    CompletableFuture<Object> caller = callingThread(call -> ignoringInterrupts(gate));
    awaitBodyAndAlarms();

    time.advance(LIMIT_NANOS + Handoff.LAST_WORDS_NANOS);

    assertThat(outcome(caller))
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage(
            "deadline of shop.Cart#pay has passed (10 ms ago): shop.Cart#pay has not returned yet")
        .hasNoCause();
    assertThat(gate.getCount()).isEqualTo(1);
  }

  @Test
  void theCauseIsTheLastFailureBeforeTheAbandonedAttempt() throws Exception {
    IOException before = new IOException("reset");
    CountDownLatch repeated = new CountDownLatch(1);
    CompletableFuture<Object> caller =
        callingThread(
            call -> {
              call.repeatAfter(before);
              repeated.countDown();
              return ignoringInterrupts(gate);
            });
    assertThat(repeated.await(10, SECONDS)).isTrue();
    awaitBodyAndAlarms();

    time.advance(LIMIT_NANOS + Handoff.LAST_WORDS_NANOS);

    assertThat(outcome(caller)).hasCause(before);
  }

  @Test
  void aBodyThatIsCutHasTheLastWord() throws Exception {
    CompletableFuture<Object> caller = callingThread(call -> waiting(gate));
    awaitBodyAndAlarms();

    time.advance(LIMIT_NANOS);

    assertThat(outcome(caller))
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage("deadline of shop.Cart#pay has passed (0 ms ago): shop.Cart#pay was cut")
        .hasCauseExactlyInstanceOf(InterruptedException.class);
    assertThat(pay.count("deadline.exceeded")).isEqualTo(1);
  }

  @Test
  void aLateResultDoesNotStandAndIsCounted() throws Exception {
    CompletableFuture<Object> caller =
        callingThread(
            call -> {
              Throwable swallowed = catchThrowable(() -> waiting(gate));
              return "paid after " + swallowed;
            });
    awaitBodyAndAlarms();

    time.advance(LIMIT_NANOS);

    assertThat(outcome(caller))
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage(
            "deadline of shop.Cart#pay has passed (0 ms ago): shop.Cart#pay returned too late");
    assertThat(pay.count("deadline.late")).isEqualTo(1);
  }

  @Test
  void aBodyThatMustNotBeInterruptedIsLeftBehindUndisturbed() throws Exception {
    DeadlineSpec shielded = new DeadlineSpec(Duration.ofMillis(100), false, true);
    TestGuard book = new TestGuard("shop.Ledger#book", time, new SystemWorkers(), shielded);
    CompletableFuture<Boolean> wasInterrupted = new CompletableFuture<>();
    CompletableFuture<Object> caller =
        callingThread(
            book,
            call -> {
              ignoringInterrupts(gate);
              return wasInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    awaitBodyAndAlarms();

    time.advance(LIMIT_NANOS + Handoff.LAST_WORDS_NANOS);
    Throwable thrown = outcome(caller);
    gate.countDown();

    assertThat(thrown).isExactlyInstanceOf(DeadlineExceededException.class);
    assertThat(wasInterrupted.get(10, SECONDS)).isFalse();
  }

  @Test
  void anInterruptOfTheCallerReachesTheBody() throws Exception {
    CompletableFuture<Object> caller = callingThread(call -> waiting(gate));
    assertThat(begun.await(10, SECONDS)).isTrue();

    callerThread().interrupt();

    assertThat(outcome(caller)).isExactlyInstanceOf(InterruptedException.class);
    assertThat(flagAfter.get(10, SECONDS)).isFalse();
  }

  @Test
  void anInterruptOfTheCallerThatTheBodyDoesNotTakeComesBack() throws Exception {
    CompletableFuture<Object> caller =
        callingThread(
            call -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return "paid";
            });
    assertThat(begun.await(10, SECONDS)).isTrue();

    callerThread().interrupt();

    assertThat(caller.get(10, SECONDS)).isEqualTo("paid");
    assertThat(flagAfter.get(10, SECONDS)).isTrue();
  }

  @Test
  void anInterruptOfACallerThatGivesUpStays() throws Exception {
    CompletableFuture<Object> caller = callingThread(call -> ignoringInterrupts(gate));
    awaitBodyAndAlarms();

    callerThread().interrupt();
    awaitNotInterrupted(callerThread());
    time.advance(LIMIT_NANOS + Handoff.LAST_WORDS_NANOS);

    assertThat(outcome(caller)).isExactlyInstanceOf(DeadlineExceededException.class);
    assertThat(flagAfter.get(10, SECONDS)).isTrue();
  }

  @Test
  void whatIsLearnedOnTheWorkerIsKnownToTheCaller() throws Throwable {
    IOException exhausted = new IOException("down");
    Scopes.track();

    pay.call(
        call -> {
          Scopes.degrade();
          Scopes.exhaust(exhausted);
          return null;
        });

    assertThat(Scopes.isDegraded()).isTrue();
    assertThat(Scopes.isExhausted(exhausted)).isTrue();
  }

  @Test
  void aCallThatNoThreadIsThereForIsRefused() {
    Workers none =
        task -> {
          throw new RejectedExecutionException("worker threads: 2 are busy (expected: fewer)");
        };
    TestGuard refused = new TestGuard("shop.Cart#pay", time, none, SPEC);

    assertThatThrownBy(() -> refused.call(call -> "must not run"))
        .isExactlyInstanceOf(CallRefusedException.class)
        .hasMessage(
            "shop.Cart#pay was not handed over: worker threads: 2 are busy (expected: fewer)");
  }

  private final CompletableFuture<Boolean> flagAfter = new CompletableFuture<>();
  private final CompletableFuture<Thread> thread = new CompletableFuture<>();

  private CompletableFuture<Object> callingThread(TestGuard.Body body) {
    return callingThread(pay, body);
  }

  private CompletableFuture<Object> callingThread(TestGuard guard, TestGuard.Body body) {
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    new Thread(
            () -> {
              thread.complete(Thread.currentThread());
              try {
                outcome.complete(
                    guard.call(
                        call -> {
                          begun.countDown();
                          return body.run(call);
                        }));
              } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
              } finally {
                flagAfter.complete(Thread.interrupted());
              }
            })
        .start();
    return outcome;
  }

  /** From then on the body runs, its thread is armed, and its caller waits. */
  private void awaitBodyAndAlarms() throws InterruptedException {
    assertThat(begun.await(10, SECONDS)).isTrue();
    time.awaitAlarms(2);
  }

  private Thread callerThread() throws Exception {
    return thread.get(10, SECONDS);
  }

  private static Throwable outcome(CompletableFuture<Object> caller) {
    Throwable thrown = catchThrowable(() -> caller.get(10, SECONDS));
    Throwable cause = thrown.getCause();
    return cause == null ? thrown : cause;
  }

  private static void awaitNotInterrupted(Thread thread) {
    long limit = System.nanoTime() + SECONDS.toNanos(10);
    while (thread.isInterrupted() && System.nanoTime() - limit < 0) {
      Thread.onSpinWait();
    }
  }

  private static @Nullable Object waiting(CountDownLatch gate) throws InterruptedException {
    assertThat(gate.await(10, SECONDS)).isTrue();
    return null;
  }

  private static @Nullable Object ignoringInterrupts(CountDownLatch gate) {
    boolean isInterrupted = false;
    long limit = System.nanoTime() + SECONDS.toNanos(10);
    while (gate.getCount() > 0 && System.nanoTime() - limit < 0) {
      try {
        gate.await(1, SECONDS);
      } catch (InterruptedException ignored) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private static Object failing(Throwable failure) throws Throwable {
    throw failure;
  }

  private static Object failingHere() throws IOException {
    throw new IOException("made on the worker");
  }

  private static List<String> methodsOf(Throwable failure) {
    return new ArrayList<>(
        Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getMethodName).toList());
  }
}
