package records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Asks what takes a minute, in every way, through a pool of one connection. */
public final class Program {

  private Program() {}

  /**
   * Prints a line for each way.
   *
   * @param arguments the database's URL; a query that takes a minute, one that takes a second, and
   *     one that says how many of the first still run
   */
  public static void main(String[] arguments) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(arguments[0]);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Records records = new Records(arguments[1]);
      String session;
      try (Connection connection = pool.getConnection()) {
        session = one(connection, arguments[3]);
      }
      Ways ways = new Ways(pool, arguments[3], session);
      ways.go("quick", records::quick);
      ways.go("statement", records::byStatement);
      ways.go("prepared", records::byPreparedStatement);
      ways.go("transaction", records::inTransaction);
      ways.go("attempts", records::byAttempt);
      for (Records.Ending ending : Records.Ending.values()) {
        ways.go("write, " + ending, connection -> write(records, connection, ending));
      }
      ways.go("shielded", connection -> records.shielded(connection, arguments[2]));
    }
  }

  private static String write(Records records, Connection connection, Records.Ending ending)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists written (id int)");
    }
    try {
      records.write(connection, ending);
      return "done";
    } catch (IllegalStateException failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private interface Way {
    Object go(Connection connection) throws SQLException;
  }

  /**
   * @param session what {@code running} answers while nothing else runs, on the same connection
   */
  private record Ways(HikariDataSource pool, String running, String session) {

    void go(String name, Way way) throws SQLException {
      long begun = System.nanoTime();
      String outcome;
      try (Connection connection = pool.getConnection()) {
        outcome = String.valueOf(way.go(connection));
      } catch (RuntimeException failure) {
        outcome = failure.getClass().getSimpleName();
      }
      long millis = (System.nanoTime() - begun) / 1_000_000;
      boolean isInterrupted = Thread.currentThread().isInterrupted();
      try (Connection connection = pool.getConnection()) {
        String now = one(connection, running);
        System.out.printf(
            Locale.ROOT,
            "%s: %s after %d ms, %s%s%n",
            name,
            outcome,
            millis,
            now.equals(session) ? "same session, nothing runs" : now + ", not " + session,
            isInterrupted ? ", interrupted" : "");
      }
    }
  }
}
