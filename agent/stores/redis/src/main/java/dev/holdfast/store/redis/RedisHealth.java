package dev.holdfast.store.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** Whether a server keeps what it is given. */
final class RedisHealth {

  private RedisHealth() {}

  /**
   * What may make it lose results; empty if nothing is seen. What this user may not ask remains
   * unknown: that is not for us to complain of.
   */
  static Optional<String> weakness(Connection connection) {
    List<String> found = new ArrayList<>();
    String info = asked(connection, new CommandArguments(Command.INFO));
    String sync =
        asked(connection, new CommandArguments(Command.CONFIG).add("GET").add("appendfsync"));
    if (info.contains("\naof_enabled:0")) {
      found.add("this Redis has no append-only file (expected: appendonly yes)");
    } else if (sync.contains("\neverysec") || sync.contains("\nno")) {
      found.add("this Redis does not sync each write (expected: appendfsync always)");
    }
    if (info.contains("\nmaxmemory_policy:")
        && !info.contains("\nmaxmemory:0")
        && !info.contains("\nmaxmemory_policy:noeviction")) {
      found.add("this Redis evicts keys when it is full (expected: maxmemory-policy noeviction)");
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
  }

  /** The lines of the answer. */
  private static String asked(Connection connection, CommandArguments question) {
    try {
      Object answer = connection.executeCommand(question);
      List<?> parts = answer instanceof List<?> list ? list : List.of(answer);
      return parts.stream()
          .map(part -> "\n" + new String((byte[]) part, StandardCharsets.UTF_8))
          .collect(Collectors.joining());
    } catch (JedisDataException notAllowed) {
      return "";
    }
  }
}
