package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryInterruptTest {

  private final IOException failure = new IOException("down");

  @SuppressWarnings("unused") // compiled against, never called
  private static class Client {

    @Retry(jitter = Jitter.NONE)
    void plain() {}

    @Retry(jitter = Jitter.NONE, on = ClosedByInterruptException.class)
    void closed() {}

    @Retry(jitter = Jitter.NONE, onResult = "isBad")
    String judged() {
      return "";
    }

    static boolean isBad(String result) {
      return result.isEmpty();
    }
  }

  @AfterEach
  void leaveNoInterruptBehind() {
    Thread.interrupted();
  }

  @Test
  void anInterruptThatWasPendingMeansOneAttemptAndIsKept() {
    Retried plain = new Retried(Client.class, "plain");
    Thread.currentThread().interrupt();

    assertThat(plain.fail(failure)).isSameAs(failure);

    assertThat(plain.attempts()).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(plain.time().sleeps()).isEmpty();
  }

  @Test
  void anAttemptThatEndsWithAnInterruptPendingIsNotTriedAgain() {
    Retried closed = new Retried(Client.class, "closed");

    closed.fail(
        attempt -> {
          Thread.currentThread().interrupt();
          throw new ClosedByInterruptException();
        });

    assertThat(closed.attempts()).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(closed.outcomes()).containsEntry("retry.interrupted", 1L);
    assertThat(closed.events()).isEmpty();
  }

  @Test
  void aResultIsNotThrownAwayForAnInterrupt() throws Throwable {
    Retried plain = new Retried(Client.class, "plain");

    Object result =
        plain.call(
            attempt -> {
              Thread.currentThread().interrupt();
              return "paid";
            });

    assertThat(result).isEqualTo("paid");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void aRejectedResultIsNotTriedAgainEither() throws Throwable {
    Retried judged = new Retried(Client.class, "judged");
    Thread.currentThread().interrupt();

    assertThat(judged.call(attempt -> "", new Client())).isEqualTo("");

    assertThat(judged.attempts()).isEqualTo(1);
  }

  @Test
  void anInterruptedWaitEndsAtOnceWithTheLastFailureAndTheFlagSet() {
    Retried plain = new Retried(Client.class, "plain");
    Thread caller = Thread.currentThread();
    plain.time().schedule(TimeUnit.MILLISECONDS.toNanos(50), caller::interrupt);

    assertThat(plain.fail(failure)).isSameAs(failure);

    assertThat(plain.attempts()).isEqualTo(1);
    assertThat(caller.isInterrupted()).isTrue();
    assertThat(plain.outcomes()).containsEntry("retry.interrupted", 1L);
  }
}
