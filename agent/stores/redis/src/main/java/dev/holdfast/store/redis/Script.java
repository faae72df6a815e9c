package dev.holdfast.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * One step, or several of one kind, run whole inside the server. It is called by its digest; a
 * server that does not know it gets the text, once.
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

  /**
   * Runs it once, on the keys of all these steps.
   *
   * @return what it answers
   */
  Object run(Connection connection, List<Step> steps) {
    try {
      return connection.executeCommand(call(Command.EVALSHA, digest, steps));
    } catch (JedisNoScriptException unknown) {
      return connection.executeCommand(call(Command.EVAL, text, steps));
    }
  }

  private static CommandArguments call(Command command, byte[] script, List<Step> steps) {
    CommandArguments call = new CommandArguments(command).add(script).add(steps.size());
    steps.forEach(step -> call.key(step.key));
    for (Step step : steps) {
      for (byte[] argument : step.arguments) {
        call.add(argument);
      }
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
