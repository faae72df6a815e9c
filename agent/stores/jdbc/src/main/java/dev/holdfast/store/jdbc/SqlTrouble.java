package dev.holdfast.store.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** What PostgreSQL means by its errors. */
final class SqlTrouble {

  /** A value that cannot be, a constraint that does not hold. */
  private static final Set<String> CLASSES_OF_ROWS = Set.of("22", "23");

  /** Data or an index is corrupted. */
  private static final Set<String> DAMAGE = Set.of("XX001", "XX002");

  /** A table, or its schema, is not there. */
  private static final Set<String> GONE = Set.of("42P01", "3F000");

  private SqlTrouble() {}

  /** Whether the database works, but for the row that was asked for. */
  static boolean isAboutARow(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return DAMAGE.contains(state)
        || (state.length() == 5 && CLASSES_OF_ROWS.contains(state.substring(0, 2)));
  }

  /** Whether somebody has taken the tables away. */
  static boolean isTableGone(SQLException failure) {
    return GONE.contains(String.valueOf(failure.getSQLState()));
  }

  /** What it says, without details, which may hold values. */
  static String firstLine(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
