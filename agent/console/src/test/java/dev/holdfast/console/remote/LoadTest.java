package dev.holdfast.console.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.weaving.control.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoadTest {

  /** The jar's path, and a request with no arguments. */
  private static final int OTHER_BYTES = "/opt/holdfast.jar=@token 1 attach ".length();

  @Test
  void tellsWhatIsTooMuchToAttachWith() {
    assertThat(load("attach", "x".repeat(1024 - OTHER_BYTES)).excess()).isEmpty();
    assertThat(load("attach", "x".repeat(1025 - OTHER_BYTES)).excess())
        .contains(
            "1025 bytes at once (expected: at most 1024 before Java 24, the path of the agent's jar"
                + " included). Put the settings into a .properties file, and attach with"
                + " config=FILE, its whole path.");
  }

  @Test
  void countsBytesNotCharacters() {
    assertThat(load("set", "\u00e9".repeat(600)).excess())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith((1200 + OTHER_BYTES - 3) + " bytes")
                    .endsWith("Set the values one by one."));
  }

  private static Load load(String command, String arguments) {
    return new Load(Path.of("/opt/holdfast.jar"), new Request("token", "1", command, arguments));
  }
}
