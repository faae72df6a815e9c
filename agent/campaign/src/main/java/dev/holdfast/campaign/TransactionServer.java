package dev.holdfast.campaign;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database for the time of a campaign, in which effects and their keys are rows. */
record TransactionServer(String name, String url, Runnable stopping) implements AutoCloseable {

  private static final String EFFECTS =
      "create table effect (id varchar(40) primary key, paid varchar(40) not null)";

  /** PostgreSQL, in which the agent creates its table itself. */
  static TransactionServer postgres() throws IOException, SQLException {
    PostgresServer server = PostgresServer.start();
    return started(new TransactionServer(server.name(), server.url(), server::close));
  }

  private static TransactionServer started(TransactionServer server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(EFFECTS);
    }
    return server;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public void close() {
    stopping.run();
  }
}
