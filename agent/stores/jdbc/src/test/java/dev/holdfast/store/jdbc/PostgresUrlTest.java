package dev.holdfast.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the URL of a database, and what of one that cannot be right. */
final class PostgresUrlTest {

  private static final String EXPECTED =
      " (expected: jdbc:postgresql://HOST[:PORT]/DATABASE[?NAME=VALUE[&NAME=VALUE]])";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:",
        "jdbc:postgresql:shop",
        "jdbc:postgresql:///shop",
        "jdbc:postgresql://db",
        "jdbc:postgresql://db/",
        "jdbc:postgresql://my_db:5433/shop?sslmode=require&connectTimeout=1",
        "jdbc:postgresql://[::1]:5433,10.0.0.1,other:1/shop?targetServerType=primary",
        "jdbc:postgresql://db/shop?options=-c%20search_path%3Da",
      })
  void leavesWhatIsNotSecretAsItIs(String url) {
    PostgresUrl taken = of(url);

    assertThat(taken.url()).isEqualTo(url);
    assertThat(taken.properties()).isEmpty();
    assertThat(taken.secrets()).isEmpty();
  }

  @Test
  void takesUserAndPasswordsOutOfWhatTheDriverMayLog() {
    PostgresUrl taken =
        of("jdbc:postgresql://db/shop?user=till&password=hunter%212&ssl&sslpassword=key&");

    assertThat(taken.url()).isEqualTo("jdbc:postgresql://db/shop?ssl");
    assertThat(taken.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("user", "till", "password", "hunter!2", "sslpassword", "key"));
    assertThat(taken.secrets()).containsExactly("hunter%212", "hunter!2", "key", "key");
    assertThat(taken.toString()).doesNotContain("hunter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://till:hunter2@db:5432/shop",
        "jdbc:postgresql://till:hunter2@db/shop",
        "jdbc:postgresql://till:hun/ter2@db/shop",
        "jdbc:postgresql://hunter2@db/shop?sslmode=require",
      })
  void refusesAUserBeforeTheHost(String url) {
    assertRefused(
        url,
        "holdfast.store names a user before the host (expected:"
            + " jdbc:postgresql://HOST[:PORT]/DATABASE). Set holdfast.store.user and"
            + " holdfast.store.password-file.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:/shop",
        "jdbc:postgresql://till:hunt?er2@db/shop",
        "jdbc:postgresql://db:port/shop",
        "jdbc:postgresql://db:123456/shop",
        "jdbc:postgresql://::1/shop",
        "jdbc:postgresql://db/shop/hunter2",
        "jdbc:postgresql://db/shop;user=till;password=hunter2",
        "jdbc:postgresql://db/shop?user=till;password=hunter2",
        "jdbc:postgresql://db/shop?password=%zzhunter2",
        "JDBC:POSTGRESQL://db/shop",
      })
  void refusesWhatItCannotRead(String url) {
    assertRefused(url, "holdfast.store cannot be read" + EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"usr=till", "usr", "usr=x&password=hunter2"})
  void refusesParametersThatTheDriverWouldPassOver(String parameters) {
    assertRefused(
        "jdbc:postgresql://db/shop?" + parameters,
        "holdfast.store: PostgreSQL's driver knows no parameter usr (expected: one that it knows, as"
            + " sslmode)");
  }

  private static void assertRefused(String url, String message) {
    assertThatThrownBy(() -> of(url))
        .isInstanceOf(StoreFailure.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private static PostgresUrl of(String url) {
    return PostgresUrl.of(new StoreAddress("", url));
  }
}
