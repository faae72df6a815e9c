package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.time.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many workers answer duplicates. */
final class AnswerLineTest {

  private static final long STUCK_NANOS = Duration.ofMillis(50).toNanos();

  private final FakeTime time = new FakeTime();
  private final Deque<Runnable> workers = new ArrayDeque<>();
  private final AnswerLine line = new AnswerLine(workers::add, time);
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void fewWorkersAnswerTenThousand() {
    answer(10_000);

    assertThat(workers).hasSize(AnswerLine.FEW);
    workers.remove().run();
    assertThat(answered).hasValue(10_000);
  }

  @Test
  void noWorkerStaysWhenAllAreAnswered() {
    answer(1);
    workers.remove().run();
    answer(1);

    assertThat(workers).hasSize(1);
  }

  @Test
  void anotherWorkerJoinsEachTimeNoneGotOn() {
    answer(AnswerLine.FEW + 1);

    time.advance(STUCK_NANOS);
    assertThat(workers).hasSize(AnswerLine.FEW + 1);
    time.advance(STUCK_NANOS);
    assertThat(workers).hasSize(AnswerLine.FEW + 2);
    workers.remove().run();
    time.advance(STUCK_NANOS);

    assertThat(answered).hasValue(AnswerLine.FEW + 1);
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void anAnswerThatFailsKeepsNoOtherOneBack() {
    line.execute(
        () -> {
          throw new IllegalStateException("of the application");
        });
    answer(1);

    workers.remove().run();

    assertThat(answered).hasValue(1);
  }

  @Test
  void whatNoWorkerCanBeHadForIsRefusedAndNotRunLater() {
    Workers none =
        task -> {
          throw new RejectedExecutionException("busy");
        };
    AnswerLine refusing = new AnswerLine(none, time);

    assertThatThrownBy(() -> refusing.execute(answered::incrementAndGet))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("no worker thread is free");
    assertThat(answered).hasValue(0);
  }

  private void answer(int times) {
    for (int time = 0; time < times; time++) {
      line.execute(answered::incrementAndGet);
    }
  }
}
