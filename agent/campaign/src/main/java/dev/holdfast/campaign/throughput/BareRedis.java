package dev.holdfast.campaign.throughput;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** Two SETs, through the same client, pool and threads. */
record BareRedis(ConnectionPool pool, ExecutorService threads, String result) implements Pair {

  private static final int CONNECTIONS = 16;
  private static final long MINUTE_MILLIS = 60_000;

  static BareRedis open(String host, int port, String result) {
    ConnectionPoolConfig config = new ConnectionPoolConfig();
    config.setMaxTotal(CONNECTIONS);
    config.setMaxIdle(CONNECTIONS);
    return new BareRedis(
        new ConnectionPool(
            new HostAndPort(host, port),
            DefaultJedisClientConfig.builder().resp2().build(),
            config),
        Executors.newFixedThreadPool(CONNECTIONS),
        result);
  }

  @Override
  public void run(String key) {
    step(new CommandArguments(Command.SET).key(key).add("").add("NX").add("PX").add(MINUTE_MILLIS));
    step(new CommandArguments(Command.SET).key(key).add(result).add("PX").add(MINUTE_MILLIS));
  }

  private void step(CommandArguments command) {
    CompletableFuture.runAsync(() -> execute(command), threads).join();
  }

  private void execute(CommandArguments command) {
    try (Connection connection = pool.getResource()) {
      connection.executeCommand(command);
    }
  }
}
