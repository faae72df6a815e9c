package dev.holdfast.store.redis;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Secret;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreCredentials;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.blocking.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Which server, and by whom it is used.
 *
 * @param database its number
 */
record RedisTarget(
    String host, int port, int database, boolean isEncrypted, StoreCredentials credentials) {

  static final String ENCRYPTED = "rediss";
  private static final int DEFAULT_PORT = 6379;

  /**
   * Reads a URL as {@code redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]}; settings of their own
   * win over what it says.
   *
   * @throws StoreFailure if it is none
   */
  static RedisTarget of(StoreAddress address, Configuration configuration) {
    URI uri = uri(address);
    StoreCredentials configured = StoreCredentials.read(address, configuration);
    StoreCredentials credentials =
        new StoreCredentials(
            configured
                .user()
                .or(() -> Optional.ofNullable(JedisURIHelper.getUser(uri)))
                .filter(user -> !user.isEmpty()),
            configured
                .password()
                .or(() -> Optional.ofNullable(JedisURIHelper.getPassword(uri)).map(Secret::new)));
    return new RedisTarget(
        uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        JedisURIHelper.getDBIndex(uri),
        address.scheme().equals(ENCRYPTED),
        credentials);
  }

  Secrets secrets() {
    List<String> words = new ArrayList<>();
    credentials.password().map(Secret::reveal).ifPresent(words::add);
    return new Secrets(words);
  }

  private static URI uri(StoreAddress address) {
    try {
      URI uri = new URI(address.url());
      if (uri.getHost() != null && (!JedisURIHelper.hasDbIndex(uri) || database(uri) >= 0)) {
        return uri;
      }
    } catch (URISyntaxException | NumberFormatException unreadable) {
      // Answered below: what the exception says holds the URL.
    }
    throw new StoreFailure(
        address.key() + " cannot be read (expected: redis://HOST[:PORT][/DATABASE])");
  }

  private static int database(URI uri) {
    return JedisURIHelper.getDBIndex(uri);
  }
}
