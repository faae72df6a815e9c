package dev.holdfast.core.policy.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.TestGuard;
import dev.holdfast.core.time.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final long MILLI = 1_000_000L;

  private final FakeTime time = new FakeTime();
  private final TestGuard pay = guard("shop.Cart#pay", 100, true);
  private final TestGuard place = guard("shop.Orders#place", 50, true);

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Thread.interrupted()).isFalse();
    assertThat(time.pendingAlarms()).isZero();
    assertThat(Scopes.current().deadline()).isNull();
  }

  @Test
  void aCallInTimeIsLeftAlone() throws Throwable {
    Object result =
        pay.call(
            call -> {
              time.advance(99 * MILLI);
              return "paid";
            });

    assertThat(result).isEqualTo("paid");
    assertThat(pay.count("deadline.late")).isZero();
  }

  @Test
  void aFailureInTimeIsLeftAlone() {
    IOException failure = new IOException("reset");

    Throwable thrown = catchThrowable(() -> pay.call(call -> failing(failure)));

    assertThat(thrown).isSameAs(failure);
  }

  @Test
  void theBodyIsInterruptedAtTheDeadline() {
    InterruptedException cut = new InterruptedException("cut");

    Throwable thrown =
        catchThrowable(
            () ->
                pay.call(
                    call -> {
                      time.advance(100 * MILLI);
                      assertThat(Thread.interrupted()).isTrue();
                      return failing(cut);
                    }));

    assertThat(thrown)
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage("deadline of shop.Cart#pay has passed (0 ms ago): shop.Cart#pay was cut")
        .hasNoSuppressedExceptions();
    assertThat(thrown.getCause()).isSameAs(cut);
    assertThat(((DeadlineExceededException) thrown).name()).isEqualTo("shop.Cart#pay");
    assertThat(pay.count("deadline.exceeded")).isEqualTo(1);
  }

  @Test
  void theCauseIsTheLastFailureBeforeTheCutAttempt() {
    IOException before = new IOException("reset");
    InterruptedException cut = new InterruptedException("cut");

    Throwable thrown =
        catchThrowable(
            () ->
                pay.call(
                    call -> {
                      call.repeatAfter(before);
                      time.advance(100 * MILLI);
                      return failing(cut);
                    }));

    assertThat(thrown).isExactlyInstanceOf(DeadlineExceededException.class);
    assertThat(thrown.getCause()).isSameAs(before);
    assertThat(thrown.getSuppressed()).containsExactly(cut);
  }

  @Test
  void aLateNormalReturnStandsAndIsCounted() throws Throwable {
    Object result =
        pay.call(
            call -> {
              time.advance(150 * MILLI);
              return "paid";
            });

    assertThat(result).isEqualTo("paid");
    assertThat(pay.count("deadline.late")).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aFailureAfterTheDeadlineOfABodyThatSetTheFlagAgainLeavesNoFlag() {
    assertThatThrownBy(
            () ->
                pay.call(
                    call -> {
                      time.advance(100 * MILLI);
                      Thread.interrupted();
                      Thread.currentThread().interrupt();
                      return failing(new IOException("cut"));
                    }))
        .isExactlyInstanceOf(DeadlineExceededException.class);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aCallFurtherInInheritsTheEarlierDeadline() throws Throwable {
    List<Long> remaining = new ArrayList<>();

    pay.call(
        outer -> {
          remaining.add(remainingMillis());
          time.advance(60 * MILLI);
          place.call(
              inner -> {
                remaining.add(remainingMillis());
                return null;
              });
          remaining.add(remainingMillis());
          return null;
        });

    assertThat(remaining).containsExactly(100L, 40L, 40L);
  }

  @Test
  void aCallFurtherInHasItsOwnDeadlineIfThatIsEarlier() throws Throwable {
    List<Long> remaining = new ArrayList<>();

    pay.call(
        outer -> {
          place.call(
              inner -> {
                remaining.add(remainingMillis());
                return null;
              });
          remaining.add(remainingMillis());
          return null;
        });

    assertThat(remaining).containsExactly(50L, 100L);
  }

  @Test
  void anOuterDeadlineCutsTheBodyFurtherInAndEveryCallAround() {
    InterruptedException cut = new InterruptedException("cut");

    Throwable thrown =
        catchThrowable(
            () ->
                place.call(
                    outer ->
                        pay.call(
                            inner -> {
                              time.advance(50 * MILLI);
                              return failing(cut);
                            })));

    assertThat(thrown)
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage(
            "deadline of shop.Orders#place has passed (0 ms ago): shop.Orders#place was cut");
    assertThat(thrown.getCause())
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage("deadline of shop.Orders#place has passed (0 ms ago): shop.Cart#pay was cut");
    assertThat(thrown).rootCause().isSameAs(cut);
  }

  @Test
  void anInnerDeadlineLeavesTheCallAroundAlone() throws Throwable {
    Object result =
        pay.call(
            outer -> {
              assertThatThrownBy(
                      () ->
                          place.call(
                              inner -> {
                                time.advance(60 * MILLI);
                                return failing(new InterruptedException("cut"));
                              }))
                  .isExactlyInstanceOf(DeadlineExceededException.class);
              return Thread.currentThread().isInterrupted();
            });

    assertThat(result).isEqualTo(false);
  }

  @Test
  void noCallBeginsAfterAnInheritedDeadline() throws Throwable {
    TestGuard plain = new TestGuard("shop.Stock#reserve", time, Runnable::run);
    List<Throwable> refusals = new ArrayList<>();

    place.call(
        outer -> {
          time.advance(53 * MILLI);
          refusals.add(catchThrowable(() -> pay.call(inner -> "must not run")));
          refusals.add(catchThrowable(() -> plain.call(inner -> "must not run")));
          return null;
        });

    assertThat(refusals)
        .extracting(Throwable::getMessage)
        .containsExactly(
            "deadline of shop.Orders#place has passed (3 ms ago): shop.Cart#pay was not begun",
            "deadline of shop.Orders#place has passed (3 ms ago): shop.Stock#reserve was not"
                + " begun");
    assertThat(refusals).allMatch(DeadlineExceededException.class::isInstance);
    assertThat(plain.count("deadline.refused")).isEqualTo(1);
  }

  @Test
  void aBodyThatMustNotBeInterruptedIsNot() throws Throwable {
    TestGuard shielded = guard("shop.Ledger#book", 100, false);

    Object result =
        shielded.call(
            call -> {
              time.advance(150 * MILLI);
              return Thread.currentThread().isInterrupted();
            });

    assertThat(result).isEqualTo(false);
    assertThat(shielded.count("deadline.late")).isEqualTo(1);
  }

  @Test
  void aBodyThatMustNotBeInterruptedAndFailsLateIsOutOfTime() {
    TestGuard shielded = guard("shop.Ledger#book", 100, false);
    IOException failure = new IOException("full");

    Throwable thrown =
        catchThrowable(
            () ->
                shielded.call(
                    call -> {
                      time.advance(150 * MILLI);
                      return failing(failure);
                    }));

    assertThat(thrown)
        .isExactlyInstanceOf(DeadlineExceededException.class)
        .hasMessage(
            "deadline of shop.Ledger#book has passed (50 ms ago): shop.Ledger#book failed too"
                + " late");
    assertThat(thrown.getCause()).isSameAs(failure);
  }

  @Test
  void aBodyThatMustNotBeInterruptedIsSafeFromOuterDeadlinesTooWhichThenCutTheBodyAround() {
    TestGuard shielded = guard("shop.Ledger#book", 1000, false);
    List<Boolean> interrupted = new ArrayList<>();

    Throwable thrown =
        catchThrowable(
            () ->
                pay.call(
                    outer -> {
                      shielded.call(
                          inner -> {
                            time.advance(150 * MILLI);
                            return interrupted.add(Thread.currentThread().isInterrupted());
                          });
                      interrupted.add(Thread.interrupted());
                      return failing(new InterruptedException("cut"));
                    }));

    assertThat(interrupted).containsExactly(false, true);
    assertThat(thrown).isExactlyInstanceOf(DeadlineExceededException.class);
  }

  @Test
  void anErrorStaysAnErrorHoweverLate() {
    StackOverflowError error = new StackOverflowError();

    assertThat(lateFailure(error)).isSameAs(error);
  }

  @Test
  void aRefusalForAnotherReasonStaysHoweverLate() {
    DuplicateCallException refusal =
        new DuplicateCallException("shop.Cart#pay", "in flight", Duration.ZERO, null);

    assertThat(lateFailure(refusal)).isSameAs(refusal);
  }

  @Test
  void aForeignInterruptOfABodyThatMustNotBeInterruptedStays() {
    InterruptedException foreign = new InterruptedException("foreign");
    TestGuard shielded = guard("shop.Ledger#book", 100, false);

    Throwable thrown =
        catchThrowable(
            () ->
                shielded.call(
                    call -> {
                      time.advance(150 * MILLI);
                      return failing(foreign);
                    }));

    assertThat(thrown).isSameAs(foreign);
  }

  @Test
  void observingCountsWhatWouldHaveBeenTooLong() throws Throwable {
    pay.observe(
        call -> {
          time.advance(99 * MILLI);
          return null;
        });
    pay.observe(
        call -> {
          time.advance(100 * MILLI);
          return Thread.currentThread().isInterrupted();
        });

    assertThat(pay.count("deadline.would-exceed")).isEqualTo(1);
  }

  private Throwable lateFailure(Throwable failure) {
    return catchThrowable(
        () ->
            pay.call(
                call -> {
                  time.advance(150 * MILLI);
                  return failing(failure);
                }));
  }

  private static Object failing(Throwable failure) throws Throwable {
    throw failure;
  }

  private long remainingMillis() {
    Deadline deadline = Objects.requireNonNull(Scopes.current().deadline());
    return deadline.remainingNanos(time) / MILLI;
  }

  private TestGuard guard(String name, long millis, boolean interrupts) {
    return new TestGuard(
        name, time, Runnable::run, new DeadlineSpec(Duration.ofMillis(millis), interrupts, false));
  }
}
