package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.PolicyCatalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys for requests may hold. */
class HttpKeysTest {

  private static final String HOSTS = "holdfast.http.headers.hosts";
  private static final String METHODS = "holdfast.http.idempotency-key.methods";
  private static final String HEADER = "holdfast.http.idempotency-key.header";

  @ParameterizedTest
  @CsvSource({
    HEADER + ", PayPal-Request-Id",
    METHODS + ", put",
    METHODS + ", 'POST, PATCH'",
    HOSTS + ", *",
    HOSTS + ", none",
    HOSTS + ", 'pay.example, *.acme.com, 10.0.0.7, [::1]'"
  })
  void whatCanBeMeantIsTaken(String key, String value) {
    assertThat(problems(key, value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Key", "X-Key:", "Schl\u00fcssel", "X\r\nY"})
  void aHeaderHasAName(String name) {
    assertThat(problems(HEADER, name)).hasSize(1);
  }

  @Test
  void aWrongHeaderIsOneMessage() {
    assertThat(problems(HEADER, "X Key"))
        .containsExactly(
            "holdfast.http.idempotency-key.header: X Key (expected: the name of a header: letters,"
                + " digits and !#$%&'*+-.^_`|~). Correct the value, or remove the key (system"
                + " property).");
  }

  @Test
  void aWrongMethodIsOneMessage() {
    assertThat(problems(METHODS, "POST;PATCH"))
        .containsExactly(
            "holdfast.http.idempotency-key.methods: POST;PATCH (expected: HTTP methods, separated"
                + " by commas: POST,PATCH). Correct the value, or remove the key (system"
                + " property).");
  }

  @Test
  void aWrongHostIsOneMessage() {
    assertThat(problems(HOSTS, "https://pay.example:443"))
        .containsExactly(
            "holdfast.http.headers.hosts: https://pay.example:443 (expected: hosts without ports,"
                + " separated by commas: pay.acme.com,*.acme.com, * or none). Correct the value,"
                + " or remove the key (system property).");
    assertThat(problems(HOSTS, "pay.*.example")).hasSize(1);
  }

  private static List<String> problems(String key, String value) {
    Source properties = Source.empty("system property").with(key, value);
    return new SettingsReader(() -> new PolicyCatalog(List.of()))
        .read(
            new Sources(
                Source.empty("set"),
                properties,
                Source.empty("agent argument"),
                Map.of(),
                Source.empty("file")))
        .problems();
  }
}
