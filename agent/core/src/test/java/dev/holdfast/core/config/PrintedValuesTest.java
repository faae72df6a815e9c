package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages show of values. */
class PrintedValuesTest {

  @ParameterizedTest
  @CsvSource({
    "holdfast.stroe, jdbc:postgresql://shop:hunter2@db/shop",
    "holdfast.stores.orders, redis://:hunter2@cache",
    "holdfast.stores.orders, hunter2",
    "holdfast.stroe.pw, hunter2",
    "holdfast.database, jdbc:oracle:thin:shop/hunter2@db:1521/shop",
    "holdfast.database, 'jdbc:h2:mem:shop;PASSWORD=hunter2'",
    "holdfast.store, hunter2",
    "holdfast.store, word:hunter2",
    "holdfast.store.secret, hunter2",
    "holdfast.store.orders, hunter2",
    "holdfast.store.password.orders, hunter2",
    "holdfast.mode, 'observe;store.password = hunter2'",
    "holdfast.mode, 'observe;pw=hunter2;store=redis://shop:hunter2@cache'",
    "holdfast.log, redis://:hunter2@cache",
    "api-key, hunter2",
    "spring.datasource.url, hunter2"
  })
  void noSecretIs(String key, String value) {
    assertThat(problems(key, value))
        .singleElement()
        .asString()
        .startsWith(key + ": ")
        .doesNotContain("hunter2");
  }

  @Test
  void theKindOfAStoreIs() {
    assertThat(problems("holdfast.stroe", "jdbc:postgresql://shop:hunter2@db/shop"))
        .containsExactly(
            "holdfast.stroe: jdbc:*** (expected: a known key). Write holdfast.store, or remove the"
                + " key (file).");
    assertThat(problems("holdfast.stroe", "memory"))
        .containsExactly(
            "holdfast.stroe: memory (expected: a known key). Write holdfast.store, or remove the"
                + " key (file).");
  }

  @ParameterizedTest
  @CsvSource({
    "holdfast.mode, watch, watch",
    "holdfast.moed, observe, observe",
    "holdfast.store.orders.create, perhaps, perhaps",
    "holdfast.http.headers.hosts, https://pay.example:443, https://pay.example:443",
    "holdfast.store.password, ' ', '\" \"'"
  })
  void whatIsNoSecretIs(String key, String value, String printed) {
    assertThat(problems(key, value))
        .singleElement()
        .asString()
        .startsWith(key + ": " + printed + " (expected: ");
  }

  @Test
  void passwordsAreNeverPrinted() {
    Source file =
        Source.empty("file app.properties")
            .with("holdfast.store.password", "hunter2")
            .with("holdfast.store.orders.password", "hunter2")
            .with("holdfast.store.pasword", "hunter2")
            .with("holdfast.store", "postgres://shop:hunter2@db/shop")
            .with("holdfast.store.orders.passwort", "hunter2");

    Reading reading = read(file);

    assertThat(reading.problems())
        .containsExactly(
            "holdfast.store: postgres:*** (expected: memory, file:DIR, jdbc:... or redis://...)."
                + " Correct the value, or remove the key (file app.properties).",
            "holdfast.store.orders.passwort: *** (expected: a known key). Write"
                + " holdfast.store.orders.password, or remove the key (file app.properties).",
            "holdfast.store.pasword: *** (expected: memory, file:DIR, jdbc:... or redis://...)."
                + " Correct the value, or write holdfast.store.password, or remove the key (file"
                + " app.properties).");
    Setting password = reading.settings().find("holdfast.store.password").orElseThrow();
    assertThat(password.toString()).doesNotContain("hunter2");
    assertThat(((Secret) password.value()).reveal()).isEqualTo("hunter2");
  }

  private static List<String> problems(String key, String value) {
    return read(Source.empty("file").with(key, value)).problems();
  }

  private static Reading read(Source file) {
    return new SettingsReader(() -> new PolicyCatalog(List.of()))
        .read(
            new Sources(
                Source.empty("set"),
                Source.empty("system property"),
                Source.empty("agent argument"),
                Map.of(),
                file));
  }
}
