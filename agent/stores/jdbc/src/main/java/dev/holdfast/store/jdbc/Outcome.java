package dev.holdfast.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How a call ended, as {@link PostgresSql#SETTLE} writes it. */
record Outcome(String state, String text, Duration ttl) {

  /** Null for a call that came to nothing. */
  static @Nullable Outcome of(Settlement settlement) {
    if (settlement instanceof Settlement.Complete complete) {
      return new Outcome(Row.COMPLETED, complete.result(), complete.ttl());
    }
    if (settlement instanceof Settlement.Fail fail) {
      return new Outcome(Row.FAILED, fail.failure(), fail.ttl());
    }
    return null;
  }

  void bind(PreparedStatement statement, Hold hold) throws SQLException {
    statement.setString(1, state);
    statement.setString(2, text);
    statement.setLong(3, Column.millis(ttl));
    statement.setString(4, hold.key().digest());
    statement.setLong(5, hold.token());
    statement.setString(6, state);
    statement.setString(7, md5(text));
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
