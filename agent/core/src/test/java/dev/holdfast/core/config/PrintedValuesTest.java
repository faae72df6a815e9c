package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.PolicyCatalog;
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

  private static List<String> problems(String key, String value) {
    Source file = Source.empty("file").with(key, value);
    return new SettingsReader(() -> new PolicyCatalog(List.of()))
        .read(
            new Sources(
                Source.empty("set"),
                Source.empty("system property"),
                Source.empty("agent argument"),
                Map.of(),
                file))
        .problems();
  }
}
