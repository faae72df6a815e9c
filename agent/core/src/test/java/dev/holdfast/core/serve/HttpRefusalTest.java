package dev.holdfast.core.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.CallRefusedException;
import dev.holdfast.DeadlineExceededException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpRefusalTest {

  @Test
  void saysNothingOfTheRefusalItself() {
    DeadlineExceededException refusal =
        new DeadlineExceededException(
            "shop.Cart#pay", "secret", Duration.ZERO, new IllegalStateException("secret"));

    assertThat(HttpRefusal.of(refusal)).contains(HttpRefusal.TOO_LATE);
    assertThat(new String(HttpRefusal.TOO_LATE.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"title\":\"The deadline of the request has passed\",\"status\":504}");
  }

  @Test
  void leavesOtherFailuresToTheApplication() {
    CallRefusedException unknown =
        new CallRefusedException("retry", "shop.Cart#pay", "once", Duration.ZERO, null);

    assertThat(HttpRefusal.of(unknown)).isEmpty();
    assertThat(HttpRefusal.of(new IllegalStateException())).isEmpty();
  }
}
