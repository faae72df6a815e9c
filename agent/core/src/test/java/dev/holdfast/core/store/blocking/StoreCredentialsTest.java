package dev.holdfast.core.store.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.config.Secret;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By whom a store is used. */
final class StoreCredentialsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n"})
  void readsAPasswordFileButForTheEndOfItsLine(String end) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), " hunt\u00e9r 2 " + end);

    StoreCredentials credentials =
        read(
            Map.of(
                "holdfast.store.till.user",
                "me",
                "holdfast.store.till.password-file",
                file.toString()));

    assertThat(credentials.user()).hasValue("me");
    assertThat(credentials.password().map(Secret::reveal)).hasValue(" hunt\u00e9r 2 ");
  }

  @Test
  void readsAPasswordFileForEachConnection() throws Exception {
    Path file = folder.resolve("password");
    StoreCredentials credentials =
        read(Map.of("holdfast.store.till.password-file", file.toString()));

    Files.writeString(file, "first");
    assertThat(credentials.password().map(Secret::reveal)).hasValue("first");
    Files.writeString(file, "second");
    assertThat(credentials.password().map(Secret::reveal)).hasValue("second");
    assertThat(credentials.secrets().reason(new IOException("first, second")))
        .isEqualTo("IOException: ***, ***");
  }

  @Test
  void tellsOfAPasswordFileThatHoldsNone() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "\n");

    assertFails(
        Map.of("holdfast.store.till.password-file", file.toString()),
        "holdfast.store.till.password-file: %s is empty (expected: a password)".formatted(file));
  }

  @Test
  void tellsOfAPasswordFileThatCannotBeRead() {
    Path file = folder.resolve("absent");

    assertFails(
        Map.of("holdfast.store.till.password-file", file.toString()),
        "holdfast.store.till.password-file: %s cannot be read (NoSuchFileException)"
            .formatted(file));
  }

  @Test
  void takesOnePasswordOnly() {
    assertFails(
        Map.of(
            "holdfast.store.till.password", "hunter2",
            "holdfast.store.till.password-file", "hunter3"),
        "holdfast.store.till.password and holdfast.store.till.password-file are both set (expected:"
            + " one of them)");
  }

  private static void assertFails(Map<String, String> settings, String message) {
    assertThatThrownBy(() -> read(settings).password())
        .isInstanceOf(StoreFailure.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private static StoreCredentials read(Map<String, String> settings) {
    return StoreCredentials.read(
        new StoreAddress("till", "redis://db"),
        key ->
            Optional.ofNullable(settings.get(key))
                .map(value -> new Setting(value, new Origin.BuiltIn())));
  }
}
