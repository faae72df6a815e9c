package dev.holdfast.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * One step, run whole inside the server. It is called by its digest; a server that does not know it
 * gets the text, once.
 */
final class Script {

  static final Script CLAIM = new Script("claim.lua");
  static final Script RENEW = new Script("renew.lua");
  static final Script SETTLE = new Script("settle.lua");
  static final Script RELEASE = new Script("release.lua");

  private final byte[] text;
  private final byte[] digest;

  private Script(String file) {
    text = read(file);
    digest = digest(text);
  }

  /** Runs it. */
  Object run(Connection connection, Step step) {
    try {
      return connection.executeCommand(call(Command.EVALSHA, digest, step));
    } catch (JedisNoScriptException unknown) {
      return connection.executeCommand(call(Command.EVAL, text, step));
    }
  }

  /**
   * Runs it on many keys in one round trip.
   *
   * @return the replies; null for each that failed, be it because the server does not know the
   *     script yet
   */
  List<@Nullable Object> runAll(Connection connection, List<Step> all) {
    for (Step step : all) {
      connection.sendCommand(call(Command.EVALSHA, digest, step));
    }
    List<@Nullable Object> replies = new ArrayList<>();
    for (Object reply : connection.getMany(all.size())) {
      replies.add(reply instanceof JedisDataException ? null : reply);
    }
    return replies;
  }

  private static CommandArguments call(Command command, byte[] script, Step step) {
    CommandArguments call = new CommandArguments(command).add(script).add(1).key(step.key);
    for (byte[] argument : step.arguments) {
      call.add(argument);
    }
    return call;
  }

  private static byte[] read(String file) {
    try (InputStream stream = Script.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] digest(byte[] text) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-1").digest(text);
      return HexFormat.of().formatHex(sha).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** What a script is run with. */
  static final class Step {

    private final byte[] key;
    private final byte[][] arguments;

    Step(byte[] key, byte[]... arguments) {
      this.key = key;
      this.arguments = arguments;
    }
  }
}
