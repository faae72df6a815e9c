package dev.holdfast.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.config.Secret;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the URL of a Redis, and what of one that cannot be right. */
final class RedisTargetTest {

  @ParameterizedTest
  @CsvSource({
    "redis://cache, cache, 6379, 0, false, , ",
    "redis://cache:/, cache, 6379, 0, false, , ",
    "REDISS://my_cache:7000/3, my_cache, 7000, 3, true, , ",
    "redis://[::1]:7000, [::1], 7000, 0, false, , ",
    "redis://till@cache, cache, 6379, 0, false, till, ",
    "redis://:hunter2@cache, cache, 6379, 0, false, , hunter2",
    "redis://till:hu%3Ant+er%402@cache/15, cache, 6379, 15, false, till, hu:nt+er@2",
    "redis://till:hu:nter2@cache, cache, 6379, 0, false, till, hu:nter2",
  })
  void readsWhatCanBeRead(
      String url,
      String host,
      int port,
      int database,
      boolean isEncrypted,
      String user,
      String password) {
    RedisTarget target = of(url);

    assertThat(target.host()).isEqualTo(host);
    assertThat(target.port()).isEqualTo(port);
    assertThat(target.database()).isEqualTo(database);
    assertThat(target.isEncrypted()).isEqualTo(isEncrypted);
    assertThat(target.credentials().user()).isEqualTo(Optional.ofNullable(user));
    assertThat(target.credentials().password().map(Secret::reveal))
        .isEqualTo(Optional.ofNullable(password));
    assertThat(target.toString()).doesNotContain("er2").doesNotContain("er@2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://",
        "redis:cache",
        "redis://:6379",
        "redis://cache:99999",
        "redis://cache:port",
        "redis://cache/three",
        "redis://cache/-1",
        "redis://cache/3/4",
        "redis://cache?db=3&password=hunter2",
        "redis://cache#hunter2",
        "redis://till:hu%zznter2@cache",
        "redis://till:hunt@er2@cache",
        "redis://till:hunt/er2@cache",
        "redis:// cache",
        "redis://::1",
      })
  void refusesWhatItCannotRead(String url) {
    assertThatThrownBy(() -> of(url))
        .isInstanceOf(StoreFailure.class)
        .hasMessage(
            "holdfast.store cannot be read (expected:"
                + " redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE], user and password"
                + " percent-encoded)")
        .hasNoCause();
  }

  private static RedisTarget of(String url) {
    return RedisTarget.of(new StoreAddress("", url), key -> Optional.empty());
  }
}
