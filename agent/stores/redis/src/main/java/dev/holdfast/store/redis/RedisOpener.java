package dev.holdfast.store.redis;

import dev.holdfast.core.config.Secret;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.StoreCredentials;
import dev.holdfast.core.store.blocking.StoreNews;
import dev.holdfast.core.store.blocking.StoreOpener;
import java.time.Duration;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultRedisCredentials;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisCredentials;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** Connects to a server, and looks once whether it keeps what it is given. */
record RedisOpener(RedisTarget target, StoreNews news) implements StoreOpener {

  /** As many as there are callers at once on a busy machine; connections cost Redis little. */
  static final int MOST_CONNECTIONS = 16;

  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 5_000;

  @Override
  public BlockingStore open() {
    target.credentials().password(); // the pool would wrap what it says
    ConnectionPool pool = pool();
    try (Connection connection = pool.getResource()) {
      RedisHealth.weakness(connection).ifPresent(news::isWeak);
    } catch (RuntimeException failure) {
      pool.close();
      throw failure;
    }
    return new RedisStore(pool);
  }

  private ConnectionPool pool() {
    ConnectionPoolConfig config = new ConnectionPoolConfig();
    config.setJmxEnabled(false);
    config.setMaxTotal(MOST_CONNECTIONS);
    config.setMaxIdle(MOST_CONNECTIONS);
    config.setMinIdle(0);
    config.setMaxWait(Duration.ofMillis(CONNECT_MILLIS));
    config.setTestWhileIdle(false);
    config.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
    return new ConnectionPool(new HostAndPort(target.host(), target.port()), client(), config);
  }

  private DefaultJedisClientConfig client() {
    DefaultJedisClientConfig.Builder client =
        DefaultJedisClientConfig.builder()
            .serverDefaultProtocol()
            .connectionTimeoutMillis(CONNECT_MILLIS)
            .socketTimeoutMillis(ANSWER_MILLIS)
            .database(target.database())
            .clientName("holdfast")
            .credentialsProvider(() -> credentials(target.credentials()));
    if (target.isEncrypted()) {
      client.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return client.build();
  }

  private static RedisCredentials credentials(StoreCredentials configured) {
    return new DefaultRedisCredentials(
        configured.user().orElse(null), configured.password().map(Secret::reveal).orElse(null));
  }
}
