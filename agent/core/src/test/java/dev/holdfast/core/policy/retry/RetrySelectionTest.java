package dev.holdfast.core.policy.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Call;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetrySelectionTest {

  private final IOException first = new IOException("first");
  private final IOException second = new IOException("second");
  private final IOException third = new IOException("third");

  @SuppressWarnings("unused") // compiled against, never called
  private static class Client {

    @Retry(jitter = Jitter.NONE)
    void plain() {}

    @Retry(maxAttempts = 1)
    void once() {}

    @Retry(jitter = Jitter.NONE, on = Throwable.class, not = FileNotFoundException.class)
    void all() {}

    @Retry(
        jitter = Jitter.NONE,
        on = {OutOfMemoryError.class, InterruptedException.class})
    void grave() {}

    @Retry(jitter = Jitter.NONE, on = CircuitOpenException.class)
    void refused() {}

    @Retry(jitter = Jitter.NONE, retryAmbiguous = false)
    void careful() {}

    @Retry(jitter = Jitter.NONE, on = IOException.class)
    void exactly() {}
  }

  @Test
  void anErrorIsNotTriedAgainUnlessExactlyItIsListed() {
    Retried plain = new Retried(Client.class, "plain");
    Retried all = new Retried(Client.class, "all");
    Retried grave = new Retried(Client.class, "grave");
    OutOfMemoryError error = new OutOfMemoryError("heap");

    assertThat(plain.fail(error)).isSameAs(error);
    assertThat(all.fail(error)).isSameAs(error);
    assertThat(grave.fail(error)).isSameAs(error);
    assertThat(List.of(plain.attempts(), all.attempts(), grave.attempts()))
        .containsExactly(1, 1, 3);
  }

  @Test
  void anInterruptedBodyIsNotTriedAgainUnlessThatIsListed() {
    Retried all = new Retried(Client.class, "all");
    Retried grave = new Retried(Client.class, "grave");

    all.fail(new InterruptedException());
    grave.fail(new InterruptedException());

    assertThat(List.of(all.attempts(), grave.attempts())).containsExactly(1, 3);
  }

  @Test
  void refusalsAndSecurityFailuresAreNotTriedAgain() {
    Retried all = new Retried(Client.class, "all");

    all.fail(new CircuitOpenException("b", "open", null, null));
    all.fail(new SecurityException("no"));
    all.fail(new ExecutionException(new SecurityException("no")));

    assertThat(all.attempts()).isEqualTo(3);
    assertThat(all.outcomes()).isEmpty();
  }

  @Test
  void aRefusalThatIsListedExactlyIsTriedAgain() {
    Retried refused = new Retried(Client.class, "refused");

    refused.fail(new CircuitOpenException("b", "no", null, null));

    assertThat(refused.attempts()).isEqualTo(3);
  }

  @Test
  void theClosestListedTypeWins() {
    Retried all = new Retried(Client.class, "all");

    all.fail(new FileNotFoundException());

    assertThat(all.attempts()).isEqualTo(1);
  }

  @Test
  void anAttemptTimeoutIsTriedAgain() {
    Retried plain = new Retried(Client.class, "plain");

    plain.fail(new AttemptTimeoutException("cut", null));

    assertThat(plain.attempts()).isEqualTo(3);
  }

  @Test
  void layersDoNotMultiply() {
    Retried outer = new Retried(Client.class, "plain");
    Retried inner = new Retried(Client.class, "all", outer.time());

    Throwable thrown =
        outer.fail(
            attempt -> {
              try {
                return inner.call(this::failing);
              } catch (IOException failed) {
                throw new IllegalStateException(failed);
              }
            });

    assertThat(thrown).cause().isSameAs(third);
    assertThat(List.of(outer.attempts(), inner.attempts())).containsExactly(1, 3);
  }

  @Test
  void layersDoNotMultiplyAcrossThreadsOfTheApplication() {
    Retried outer = new Retried(Client.class, "plain");
    Retried inner = new Retried(Client.class, "all", outer.time());

    Throwable thrown =
        outer.fail(
            attempt ->
                CompletableFuture.supplyAsync(() -> inner.fail(this::failing))
                    .thenCompose(CompletableFuture::failedFuture)
                    .get(10, TimeUnit.SECONDS));

    assertThat(thrown).cause().isSameAs(third);
    assertThat(List.of(outer.attempts(), inner.attempts())).containsExactly(1, 3);
  }

  @Test
  void anObjectThatIsThrownOverAndOverTellsNothingToOtherThreads() {
    Retried outer = new Retried(Client.class, "plain");
    Retried other = new Retried(Client.class, "all", outer.time());

    outer.fail(
        attempt -> {
          CompletableFuture.runAsync(() -> other.fail(first)).get(10, TimeUnit.SECONDS);
          throw first;
        });

    assertThat(outer.attempts()).isEqualTo(3);
  }

  @Test
  void whatNestedCallsGaveUpOnIsTriedAgainIfExactlyItIsListed() {
    Retried outer = new Retried(Client.class, "exactly");
    Retried inner = new Retried(Client.class, "all", outer.time());

    outer.fail(attempt -> inner.call(throwing(new IOException())));

    assertThat(List.of(outer.attempts(), inner.attempts())).containsExactly(3, 9);
  }

  @Test
  void aGuardOfOneAttemptGivesUpOnNothing() {
    Retried outer = new Retried(Client.class, "plain");
    Retried once = new Retried(Client.class, "once", outer.time());

    outer.fail(attempt -> once.call(throwing(new IOException())));

    assertThat(List.of(outer.attempts(), once.attempts())).containsExactly(3, 3);
  }

  @Test
  void anAmbiguousFailureIsNotTriedAgainWhereThatIsForbidden() {
    Retried careful = new Retried(Client.class, "careful");

    careful.fail(new ConnectException());
    careful.fail(new SocketTimeoutException("Read timed out"));

    assertThat(careful.attempts()).isEqualTo(4);
    assertThat(careful.outcomes()).containsEntry("retry.ambiguous", 1L);
  }

  @Test
  void aPolicyFurtherOutMayForbidAmbiguousRepeats() {
    Retried plain = new Retried(Client.class, "plain");
    Call call = new Call(new Object[0]);
    call.forbidAmbiguousRepeats();

    assertThatThrownBy(
            () -> plain.call(call, throwing(new SocketTimeoutException("Read timed out"))))
        .isInstanceOf(SocketTimeoutException.class);

    assertThat(plain.attempts()).isEqualTo(1);
    assertThat(call.isAmbiguous()).isTrue();
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

  private static Retried.Body throwing(Throwable failure) {
    return attempt -> {
      throw failure;
    };
  }
}
