package dev.holdfast.store.redis;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Secret;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.blocking.StoreCredentials;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which server, and by whom it is used.
 *
 * @param database its number
 */
record RedisTarget(
    String host, int port, int database, boolean isEncrypted, StoreCredentials credentials) {

  static final String ENCRYPTED = "rediss";
  private static final int DEFAULT_PORT = 6379;
  private static final int LAST_PORT = 65_535;

  /** Hosts are whatever a resolver may know: names of containers hold underscores. */
  private static final Pattern URL =
      Pattern.compile(
          "rediss?://((?<user>[^:@/?#]*)(:(?<password>[^@/?#]*))?@)?"
              + "(?<host>\\[[^]@/?#]+]|[^]\\[:@/?#\\s]+)(:(?<port>\\d{0,5}))?"
              + "(/(?<database>\\d{0,9}))?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads a URL as {@code redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]}; settings of their own
   * win over what it says.
   *
   * @throws StoreFailure if it is none
   */
  static RedisTarget of(StoreAddress address, Configuration configuration) {
    Matcher url = URL.matcher(address.url());
    if (!url.matches()) {
      throw unreadable(address);
    }
    int port = number(url.group("port"), DEFAULT_PORT);
    if (port > LAST_PORT) {
      throw unreadable(address);
    }
    StoreCredentials configured = StoreCredentials.read(address, configuration);
    Optional<Secret> inUrl = decoded(address, url.group("password")).map(Secret::new);
    StoreCredentials credentials =
        new StoreCredentials(
            configured.user().or(() -> decoded(address, url.group("user"))),
            () -> configured.password().or(() -> inUrl));
    return new RedisTarget(
        url.group("host"),
        port,
        number(url.group("database"), 0),
        address.scheme().equals(ENCRYPTED),
        credentials);
  }

  /** Empty if there is nothing. A plus is a plus here. */
  private static Optional<String> decoded(StoreAddress address, @Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(known -> URLDecoder.decode(known.replace("+", "%2B"), StandardCharsets.UTF_8))
          .filter(known -> !known.isEmpty());
    } catch (IllegalArgumentException notEncoded) {
      throw unreadable(address);
    }
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }

  private static StoreFailure unreadable(StoreAddress address) {
    return new StoreFailure(
        address.key()
            + " cannot be read (expected: redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE], user and"
            + " password percent-encoded)");
  }
}
