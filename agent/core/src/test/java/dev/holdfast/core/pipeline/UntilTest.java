package dev.holdfast.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.core.time.FakeTime;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UntilTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final FakeTime time = new FakeTime();
  private final Queue<Runnable> handed = new ArrayDeque<>();
  private final CompletableFuture<@Nullable Object> inner = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Object> outcome =
      new Until(time, handed::add)
          .follow(
              inner,
              time.nanoTime() + SECOND,
              () -> new TimeoutException("late"),
              UnaryOperator.identity());

  @Test
  void whoFindsOursEndedFindsTheOtherCancelled() {
    CompletableFuture<Boolean> found = new CompletableFuture<>();
    outcome.whenComplete((result, failure) -> found.complete(inner.isCancelled()));

    time.advance(SECOND);
    handed.remove().run();

    assertThat(found).isCompletedWithValue(true);
    assertThat(catchThrowable(outcome::join)).hasRootCauseMessage("late");
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void whatBlocksWhereTheOtherIsCancelledHoldsOursUpForAMomentOnly() {
    CompletableFuture<Boolean> wasEnded = new CompletableFuture<>();
    inner.whenComplete(
        (result, failure) -> {
          time.advance(SECOND);
          handed.remove().run();
          wasEnded.complete(outcome.isDone());
        });

    time.advance(SECOND);
    handed.remove().run();

    assertThat(wasEnded).isCompletedWithValue(true);
    assertThat(catchThrowable(outcome::join)).hasRootCauseMessage("late");
  }

  @Test
  void anEndThatComesFirstIsOurs() {
    inner.complete("paid");
    time.advance(SECOND);

    assertThat(outcome).isCompletedWithValue("paid");
    assertThat(handed).isEmpty();
  }

  @Test
  void cancellingOursCancelsTheOther() {
    outcome.cancel(true);

    assertThat(inner).isCancelled();
    assertThat(time.pendingAlarms()).isZero();
  }
}
