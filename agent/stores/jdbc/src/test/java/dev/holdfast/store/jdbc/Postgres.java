package dev.holdfast.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** A real server for all tests of this JVM. */
final class Postgres {

  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  static String url() {
    return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(SERVER.getPort());
  }

  /** Runs statements in the database of the tests. */
  static void execute(String sql) {
    try (Connection connection = DirectSource.of(url(), Properties::new).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Forgets all calls; before the first one there is no table. */
  static void forget() {
    execute("drop table if exists holdfast_call, holdfast_schema");
  }

  /** Ends all connections of stores, as a restart does. */
  static void cutConnections() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
            + " 'holdfast'");
  }

  /** Lets that much time pass for all that is stored. */
  static void pass(Duration time) {
    execute(
        """
        update holdfast_call set lease_ends = lease_ends - interval '%1$d ms',
          expires = expires - interval '%1$d ms', sweep_after = sweep_after - interval '%1$d ms'
        """
            .formatted(time.toMillis()));
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return server;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
