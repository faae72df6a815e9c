package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.PolicyCatalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys below {@code holdfast.store.} say, and what was meant by them. */
class StoreKeysTest {

  private static final String URL = "redis://cache";

  @ParameterizedTest
  @ValueSource(
      strings = {"orders", "passengers", "passport", "users", "drivers", "transactions", "a-file"})
  void aStoreMayHaveAnyNameThatIsNoPart(String name) {
    Reading reading = read("holdfast.store." + name, URL);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.settings().text("holdfast.store." + name, "")).isEqualTo(URL);
  }

  @Test
  void aBudgetMayBeNamedLikeAPassword() {
    Reading reading = read("holdfast.budget.passengers", "off");

    assertThat(reading.settings().budget("passengers")).isEqualTo(BudgetLimit.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"holdfast.store.password", "holdfast.store.orders.password"})
  void passwordsOfStoresAreSecrets(String key) {
    Object value = read(key, "hunter2").settings().find(key).orElseThrow().value();

    assertThat(value).isInstanceOf(Secret.class).hasToString("***");
  }

  @ParameterizedTest
  @CsvSource({
    "usr, user",
    "username, user",
    "passwd, password",
    "pw, password",
    "transation, transaction"
  })
  void thePartThatWasMeantIsNamed(String written, String meant) {
    assertThat(read("holdfast.store." + written, "shop").problems())
        .containsExactly(
            "holdfast.store."
                + written
                + ": *** (expected: memory, file:DIR, jdbc:... or redis://...). Correct the value,"
                + " or write holdfast.store."
                + meant
                + ", or remove the key (file).");
  }

  @Test
  void aNamedStoreWithAWrongAddressWasMeantAsOne() {
    assertThat(read("holdfast.store.orders", "redsi://cache").problems())
        .containsExactly(
            "holdfast.store.orders: redsi:*** (expected: memory, file:DIR, jdbc:... or redis://...)."
                + " Correct the value, or remove the key (file).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pasword-file", "passwd-file", "password_file", "passwordFile"})
  void aPasswordFileIsNeverTakenForAStore(String written) {
    assertThat(read("holdfast.store." + written, "file:/run/secrets/store").problems())
        .containsExactly(
            "holdfast.store."
                + written
                + ": file:*** (expected: a known key). Write holdfast.store.password-file, or"
                + " remove the key (file).");
  }

  @Test
  void aVariableThatStandsForNoKeyIsAWarning() {
    Reading reading =
        reader()
            .read(sources(Map.of("HOLDFAST_STORE_PASWORD_FILE", "file:/x"), Source.empty("file")));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.warnings())
        .containsExactly(
            "environment variable HOLDFAST_STORE_PASWORD_FILE (expected: the name of a known key)."
                + " It is ignored.");
  }

  private static Reading read(String key, String value) {
    return reader().read(sources(Map.of(), Source.empty("file").with(key, value)));
  }

  private static SettingsReader reader() {
    return new SettingsReader(() -> new PolicyCatalog(List.of()));
  }

  private static Sources sources(Map<String, String> environment, Source file) {
    return new Sources(
        Source.empty("set"),
        Source.empty("system property"),
        Source.empty("agent argument"),
        environment,
        file);
  }
}
