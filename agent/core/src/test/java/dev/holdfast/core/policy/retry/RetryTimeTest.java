package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryTimeTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final IOException first = new IOException("first");
  private final IOException second = new IOException("second");
  private final IOException third = new IOException("third");

  @SuppressWarnings("unused") // compiled against, never called
  private static class Client {

    @Retry(jitter = Jitter.NONE)
    void plain() {}

    @Retry(jitter = Jitter.NONE, backoff = "150s", maxBackoff = "150s")
    void slow() {}
  }

  @Test
  void aWaitThatDoesNotFitIsNotSlept() {
    Retried slow = new Retried(Client.class, "slow");

    Throwable thrown = slow.fail(this::failing);

    assertThat(thrown).isSameAs(second);
    assertThat(slow.time().sleeps()).containsExactly(150_000 * MILLI);
    assertThat(slow.outcomes()).containsEntry("retry.out-of-time", 1L);
    assertThat(slow.events().get(0).sentence()).endsWith(": no time is left for another one");
  }

  @Test
  void aWaitThatDoesNotFitBeforeADeadlineFurtherOutIsNotSlept() {
    Retried plain = new Retried(Client.class, "plain");
    Deadline deadline = Deadline.after(100 * MILLI, plain.time(), "outer");

    Scope outer = Scopes.enter(Scope.NONE.withDeadline(deadline));
    try {
      assertThat(plain.fail(this::failing)).isSameAs(first);
    } finally {
      Scopes.leave(outer);
    }

    assertThat(plain.time().sleeps()).isEmpty();
  }

  @Test
  void aWaitThatTheShutdownEndsIsTheEndOfTheCall() {
    Retried plain = new Retried(Client.class, "plain");
    plain.time().shutDown(50 * MILLI);

    Throwable thrown = plain.fail(this::failing);

    assertThat(thrown).isSameAs(first);
    assertThat(plain.attempts()).isEqualTo(1);
  }

  @Test
  void aSpentBudgetLetsTheFailureThroughAtOnce() {
    Retried plain = new Retried(Client.class, "plain").with("holdfast.budget.default", "0.2/s");

    plain.fail(first);
    plain.fail(first);
    plain.fail(first);

    assertThat(plain.attempts()).isEqualTo(5);
    assertThat(plain.outcomes()).containsEntry("retry.refused-by-budget", 2L);
    assertThat(plain.events())
        .extracting(event -> event.sentence())
        .containsOnlyOnce(
            "the retry budget of %1$s (0%% of the calls and 0.2 a second) is spent: %1$s#plain, and"
                    .formatted(Client.class.getName())
                + " who shares it, fails at once");
  }

  private Object failing(int attempt) throws Throwable {
    return failing(attempt, first, second, third);
  }

  private static Object failing(int attempt, Throwable... failures) throws Throwable {
    if (attempt <= failures.length) {
      throw failures[attempt - 1];
    }
    return "paid";
  }
}
