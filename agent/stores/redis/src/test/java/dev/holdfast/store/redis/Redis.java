package dev.holdfast.store.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.embedded.RedisServer;

/** A real server for all tests of this JVM, that syncs each write. */
final class Redis {

  private static final int PORT = freePort();
  private static final RedisServer SERVER = start();

  /** Makes every key that much older: what its value says, and when Redis forgets it. */
  private static final String PASS =
      """
      for _, key in ipairs(redis.call('KEYS', 'holdfast:*')) do
        local left = redis.call('PTTL', key) - ARGV[1]
        local value = redis.call('GET', key)
        local state, token, ends, rest = string.match(value, '^(%a) (%d+) (%d+)(.*)$')
        if left <= 0 then
          redis.call('DEL', key)
        else
          value = string.format('%s %s %.0f', state, token, math.max(0, ends - ARGV[1])) .. rest
          redis.call('SET', key, value, 'PX', left)
        end
      end
      """;

  private Redis() {}

  static String url() {
    return "redis://localhost:" + SERVER.ports().get(0);
  }

  static void forget() {
    execute(new CommandArguments(Command.FLUSHALL));
  }

  /** Lets that much time pass for all that is stored. */
  static void pass(Duration time) {
    execute(new CommandArguments(Command.EVAL).add(PASS).add(0).add(time.toMillis()));
  }

  static void execute(CommandArguments command) {
    try (Connection connection =
        new Connection(new HostAndPort("localhost", SERVER.ports().get(0)))) {
      connection.executeCommand(command);
    }
  }

  private static RedisServer start() {
    try {
      Path folder = Files.createTempDirectory("redis");
      RedisServer server =
          RedisServer.newRedisServer()
              .port(PORT)
              .setting("dir " + folder)
              .setting("appendonly yes")
              .setting("appendfsync always")
              .build();
      server.start();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
