package dev.holdfast.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.core.call.OpenConnection;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.transaction.KeyTables;
import dev.holdfast.core.store.transaction.SqlStates;
import dev.holdfast.core.time.SystemTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the table is there, as transactions of a real server see it. */
final class PostgresKeyTablesTest {

  private static final Duration TTL = Duration.ofHours(1);
  private static final ClaimRequest REQUEST =
      new ClaimRequest(StoredKey.of("pay", List.of(), "1"), Optional.empty(), TTL, TTL, true);
  private static final Claim ACQUIRED = new Claim.Acquired(0, false);

  private final KeyTables tables =
      new KeyTables(List.of(new PostgresKeyTable()), true, new SystemTime(() -> Duration.ZERO));
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    Postgres.forget();
    connection = DirectSource.of(Postgres.url(), Properties::new).getConnection();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    connection.rollback();
    connection.close();
    Postgres.execute("drop schema if exists north, south cascade");
  }

  @Test
  void tableThatWasRolledBackIsCreatedAnewHoweverOftenItWasUsed() throws SQLException {
    assertThat(claim()).isEqualTo(ACQUIRED);
    assertThat(claim()).isEqualTo(new Claim.Unknown());
    connection.rollback();

    assertThat(claim()).isEqualTo(ACQUIRED);
  }

  @Test
  void tenantsWithSchemasOfTheirOwnAreNotRefusedForOneAnother() throws SQLException {
    Postgres.execute("create schema north; create schema south");
    useIn("north");
    useIn("north");

    SQLException first = catchThrowableOfType(SQLException.class, () -> claimIn("south"));
    connection.rollback();
    assertThat(SqlStates.isAbsent(first)).as(String.valueOf(first)).isTrue();
    useIn("north");
    useIn("south");
    useIn("north");
    useIn("south");
  }

  private void useIn(String schema) throws SQLException {
    assertThat(claimIn(schema)).isNotNull();
    connection.commit();
  }

  private Claim claimIn(String schema) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local search_path = " + schema);
    }
    return claim();
  }

  private Claim claim() throws SQLException {
    return tables.open(new Open(connection)).claim(REQUEST);
  }

  private record Open(Connection connection) implements OpenConnection {

    @Override
    public Optional<Connection> another() {
      return Optional.empty();
    }

    @Override
    public Throwable broken(String message, SQLException cause) {
      return cause;
    }
  }
}
