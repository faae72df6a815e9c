package dev.holdfast.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a database keeps what it is given. */
final class PostgresHealth {

  private static final String SETTINGS =
      "select current_setting('fsync'), current_setting('synchronous_commit')";
  private static final String OFF = "off";

  private PostgresHealth() {}

  /** What may make it lose what it has committed; empty if nothing is seen. */
  static Optional<String> weakness(Statement statement) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(SETTINGS)) {
      row.next();
      if (OFF.equals(row.getString(1))) {
        found.add("this PostgreSQL does not sync what it writes (expected: fsync on)");
      }
      if (OFF.equals(row.getString(2))) {
        found.add(
            "this PostgreSQL commits before it has written (expected: synchronous_commit on)");
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
  }
}
