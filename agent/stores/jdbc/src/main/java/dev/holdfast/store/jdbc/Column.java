package dev.holdfast.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;

/** Values as columns take them. */
final class Column {

  /** A thousand years: what is further away than any date that the database knows is not kept. */
  private static final Duration LONGEST = Duration.ofDays(365_000);

  private Column() {}

  /** In whole milliseconds, at least one. */
  static long millis(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? Math.max(1, duration.toMillis()) : LONGEST.toMillis();
  }

  /** For people to read, in plain ASCII: there are databases that hold no more. */
  static String text(String name) {
    StringBuilder plain = new StringBuilder();
    for (int index = 0; index < name.length(); index++) {
      char letter = name.charAt(index);
      if (letter >= ' ' && letter <= '~') {
        plain.append(letter);
      } else {
        plain.append(String.format("\\u%04x", (int) letter));
      }
    }
    return plain.toString();
  }

  /**
   * The row of a key that was claimed in a transaction is there until it ends.
   *
   * @throws SQLException if it is not: the application has ended the transaction meanwhile
   */
  static void requireOne(int rows) throws SQLException {
    if (rows != 1) {
      throw new SQLException("the row of the key has gone (expected: in the same transaction)");
    }
  }
}
