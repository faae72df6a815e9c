package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class GivenUpTest {

  private final IOException failure = new IOException("down");

  @Test
  void isKnownToCallsThatBeganBefore() {
    GivenUp.on(failure, 100);

    assertThat(GivenUp.isOn(failure, 100)).isTrue();
    assertThat(GivenUp.isOn(new ExecutionException(failure), 90)).isTrue();
  }

  @Test
  void isUnknownToCallsThatBeganAfterwards() {
    GivenUp.on(failure, 100);

    assertThat(GivenUp.isOn(failure, 101)).isFalse();
  }

  @Test
  void isKnownByIdentity() {
    String response = new String("503");
    GivenUp.on(response, 100);

    assertThat(GivenUp.isOn(response, 100)).isTrue();
    assertThat(GivenUp.isOn(new String("503"), 100)).isFalse();
    assertThat(GivenUp.isOn(new IOException("down"), 100)).isFalse();
  }

  @Test
  void whatTwoCallsGaveUpOnTellsNothing() {
    GivenUp.on(failure, 100);
    GivenUp.on(failure, 200);

    assertThat(GivenUp.isOn(failure, 100)).isFalse();
  }
}
