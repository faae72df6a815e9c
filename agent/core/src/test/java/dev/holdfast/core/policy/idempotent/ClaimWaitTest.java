package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.FakeTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClaimWaitTest {

  private static final Claim ACQUIRED = new Claim.Acquired(7, false);

  @AfterEach
  void forgetInterrupt() {
    Thread.interrupted();
  }

  @Test
  void takesAKeyThatComesWhileItsWaitIsInterrupted() {
    CompletableFuture<Claim> claimed =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            complete(ACQUIRED);
            return super.cancel(mayInterruptIfRunning);
          }
        };
    ClaimWait wait =
        new ClaimWait(
            StoredKey.of("pay", List.of(), "1"),
            claimed,
            null,
            new FakeTime(),
            new Refusals("pay"));
    Thread.currentThread().interrupt();

    assertThat(wait.await()).isEqualTo(ACQUIRED);
    assertThat(Thread.interrupted()).isTrue();
  }
}
