package dev.holdfast.core.store.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of failures, and what never is. */
final class SecretsTest {

  private final Secrets secrets = new Secrets(List.of("hunter2", ""));

  @Test
  void saysWhatTheInnermostCauseSaid() {
    Exception failure =
        new IllegalStateException("no connection", new IOException("refused\nat line 2"));

    assertThat(secrets.failure("holdfast.store cannot be reached", failure))
        .hasMessage("holdfast.store cannot be reached: IOException: refused")
        .hasCause(failure);
  }

  @Test
  void dropsACauseThatKnowsASecret() {
    Exception failure = new IllegalStateException("no", new IOException("hunter2 is wrong"));

    assertThat(secrets.failure("it failed", failure))
        .hasMessage("it failed: IOException: *** is wrong")
        .hasNoCause();
  }

  @Test
  void doesNotShowItself() {
    assertThat(secrets).hasToString("***");
  }
}
