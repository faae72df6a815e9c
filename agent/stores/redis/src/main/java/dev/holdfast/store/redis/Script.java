package dev.holdfast.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
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

  /** Runs it on one key. */
  Object run(Connection connection, byte[] key, byte[]... arguments) {
    try {
      return connection.executeCommand(call(Command.EVALSHA, digest, key, arguments));
    } catch (JedisNoScriptException unknown) {
      return connection.executeCommand(call(Command.EVAL, text, key, arguments));
    }
  }

  private static CommandArguments call(
      Command command, byte[] script, byte[] key, byte[]... arguments) {
    CommandArguments call = new CommandArguments(command).add(script).add(1).key(key);
    for (byte[] argument : arguments) {
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
}
