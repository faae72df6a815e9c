package dev.holdfast.clients.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.time.FakeTime;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutionTest {

  private static final long MILLI = 1_000_000;

  private final FakeTime time = new FakeTime();
  private final Deadline deadline = Deadline.after(500 * MILLI, time, "test");
  private final AtomicInteger cancels = new AtomicInteger();

  @AfterEach
  void noTestLeavesAnInterruptBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void cancelsAtTheDeadlineAndNotBefore() {
    Execution execution = begin();
    time.advance(500 * MILLI - 1);
    int before = cancels.get();
    time.advance(1);
    int after = cancels.get();
    execution.end(new SQLException());

    assertThat(before).isZero();
    assertThat(after).isEqualTo(1);
    assertThat(deadline.hasFired()).isTrue();
  }

  @Test
  void neverCancelsOnceTheStatementHasEnded() {
    begin().end(null);
    time.advance(1000 * MILLI);

    assertThat(cancels).hasValue(0);
    assertThat(deadline.hasFired()).isFalse();
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void asksADriverAgainThatHasNotHeard() {
    Execution execution = begin();
    time.advance(500 * MILLI);
    time.advance(10 * MILLI);
    time.advance(20 * MILLI);
    execution.end(new SQLException());
    time.advance(1000 * MILLI);

    assertThat(cancels).hasValue(3);
    assertThat(time.pendingAlarms()).isZero();
  }

  @Test
  void isCutInsteadOfInterrupted() {
    Interruption cut = Interruption.arm(time, deadline);
    Execution execution = begin();
    time.advance(500 * MILLI);
    boolean inside = Thread.currentThread().isInterrupted();
    execution.end(new SQLException());
    boolean outside = Thread.currentThread().isInterrupted();

    assertThat(inside).isFalse();
    assertThat(outside).isFalse();
    assertThat(cut.disarm()).isTrue();
  }

  @Test
  void interruptsWhatFollowsAStatementThatSucceededAllTheSame() {
    Interruption cut = Interruption.arm(time, deadline);
    Execution execution = begin();
    time.advance(500 * MILLI);
    execution.end(null);
    boolean outside = Thread.currentThread().isInterrupted();

    assertThat(outside).isTrue();
    assertThat(cut.disarm()).isTrue();
  }

  private Execution begin() {
    Statement statement =
        (Statement)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isEqualTo("cancel");
                  cancels.incrementAndGet();
                  return null;
                });
    return Execution.begin(statement, deadline, time, Runnable::run);
  }
}
