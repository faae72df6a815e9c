package dev.holdfast.store.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** Whether a server keeps what it is given. */
final class RedisHealth {

  private RedisHealth() {}

  /** What may make it lose results; empty if nothing is seen. */
  static Optional<String> weakness(Connection connection) {
    List<String> found = new ArrayList<>();
    String info = info(connection);
    if (info.contains("\naof_enabled:0")) {
      found.add("this Redis has no append-only file (expected: appendonly yes)");
    } else if (!appendsAlways(connection)) {
      found.add("this Redis does not sync each write (expected: appendfsync always)");
    }
    if (!info.contains("\nmaxmemory:0") && !info.contains("\nmaxmemory_policy:noeviction")) {
      found.add("this Redis evicts keys when it is full (expected: maxmemory-policy noeviction)");
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
  }

  private static String info(Connection connection) {
    return new String(
        (byte[]) connection.executeCommand(new CommandArguments(Command.INFO)),
        StandardCharsets.UTF_8);
  }

  /** Unknown where the question is not allowed: then it is not for us to complain. */
  private static boolean appendsAlways(Connection connection) {
    try {
      Object answer =
          connection.executeCommand(
              new CommandArguments(Command.CONFIG).add("GET").add("appendfsync"));
      return ((List<?>) answer)
          .stream()
              .map(part -> new String((byte[]) part, StandardCharsets.UTF_8))
              .noneMatch(value -> value.equals("everysec") || value.equals("no"));
    } catch (JedisDataException notAllowed) {
      return true;
    }
  }
}
