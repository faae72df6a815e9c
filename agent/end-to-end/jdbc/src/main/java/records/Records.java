package records;

import dev.holdfast.Deadline;
import dev.holdfast.Holdfast;
import dev.holdfast.Retry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What is asked of the database.
 *
 * @param slow takes a minute
 */
record Records(String slow) {

  @Deadline("500ms")
  String byStatement(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return first(statement.executeQuery(slow));
    }
  }

  @Deadline("500ms")
  String byPreparedStatement(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(slow)) {
      statement.setQueryTimeout(30);
      try {
        return first(statement.executeQuery());
      } finally {
        System.out.println("own time-out " + statement.getQueryTimeout() + " s");
      }
    }
  }

  @Deadline("500ms")
  boolean inTransaction(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists half_done (id int)");
      return statement.execute(slow);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @Retry(maxAttempts = 2, backoff = "0", attemptTimeout = "200ms")
  String byAttempt(Connection connection) throws SQLException {
    return byAnyStatement(connection);
  }

  /** Tried again if nothing can have happened. */
  @Retry(maxAttempts = 2, backoff = "0", retryAmbiguous = false)
  void write(Connection connection, Ending ending) throws SQLException {
    boolean commitsItself = connection.getAutoCommit();
    connection.setAutoCommit(ending == Ending.NONE);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("insert into written values (" + Holdfast.attempt() + ")");
      if (ending == Ending.COMMIT) {
        connection.commit();
      } else if (ending == Ending.ROLLBACK) {
        connection.rollback();
      } else if (ending == Ending.COMMIT_AFTER_ROLLBACK_ELSEWHERE) {
        rollBackElsewhere(connection.getMetaData().getURL());
        connection.commit();
      }
    } finally {
      connection.setAutoCommit(commitsItself);
    }
    throw new IllegalStateException("after attempt " + Holdfast.attempt());
  }

  private static void rollBackElsewhere(String database) throws SQLException {
    try (Connection other = DriverManager.getConnection(database);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeUpdate("insert into written values (0)");
      other.rollback();
    }
  }

  /**
   * How a transaction ends. {@code NONE}: there is none; {@code AUTO_COMMIT}: when statements are
   * to commit themselves again.
   */
  enum Ending {
    NONE,
    COMMIT,
    ROLLBACK,
    AUTO_COMMIT,
    COMMIT_AFTER_ROLLBACK_ELSEWHERE
  }

  @Deadline(value = "100ms", interrupt = false)
  String shielded(Connection connection, String takesASecond) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return first(statement.executeQuery(takesASecond));
    }
  }

  @Deadline("10s")
  String quick(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return first(statement.executeQuery("select 'quick'"));
    }
  }

  private String byAnyStatement(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return first(statement.executeQuery(slow));
    }
  }

  private static String first(ResultSet rows) throws SQLException {
    try (rows) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
    }
  }
}
