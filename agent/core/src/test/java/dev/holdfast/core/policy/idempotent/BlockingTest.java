package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where other tasks of a pool run while one of its workers waits. */
@Timeout(60)
final class BlockingTest {

  private final ForkJoinPool pool = new ForkJoinPool(1);

  @Test
  void runsNoOtherTaskOfItsPoolInsideOfTheOneThatWaits() throws Exception {
    CompletableFuture<Thread> other = new CompletableFuture<>();
    Thread waiting =
        pool.submit(
                () -> {
                  CompletableFuture.runAsync(() -> other.complete(Thread.currentThread()), pool);
                  Blocking.insist(other);
                  return Thread.currentThread();
                })
            .get(60, TimeUnit.SECONDS);
    pool.shutdown();

    assertThat(other.join()).isNotSameAs(waiting);
  }

  @Test
  void goesOnWaitingWhenItIsInterruptedAndNotesThat() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<Boolean> isNoted = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              Blocking.insist(answer);
              isNoted.complete(Thread.currentThread().isInterrupted() && answer.isDone());
            });
    waiting.start();
    while (waiting.isInterrupted()) {
      Thread.onSpinWait();
    }
    answer.complete("paid");

    assertThat(isNoted.get(60, TimeUnit.SECONDS)).isTrue();
  }
}
