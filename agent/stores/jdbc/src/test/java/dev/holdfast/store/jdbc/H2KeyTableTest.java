package dev.holdfast.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.transaction.KeyTable;
import dev.holdfast.core.store.transaction.SqlStates;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract, in memory. */
final class H2KeyTableTest extends KeyTableContract {

  private final JdbcDataSource database = new JdbcDataSource();

  H2KeyTableTest() {
    database.setURL("jdbc:h2:mem:keys;DB_CLOSE_DELAY=-1");
  }

  @Override
  KeyTable table() {
    return new H2KeyTable();
  }

  @Override
  Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** H2 ends the youngest of those that wait for each other. */
  @Test
  @Timeout(60)
  void sweepThatEndsTheTransactionSaysSo() throws Exception {
    keep("1");
    keep("2");
    expire();
    update(other(), "2");
    update(one(), "1");
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> assertThatCode(() -> update(other(), "1")).doesNotThrowAnyException());
    awaitBlocked();

    assertThatThrownBy(() -> table().sweep(one(), 3))
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(SqlStates.isBroken(failure)).isTrue());
    waiting.get(30, TimeUnit.SECONDS);
  }

  private void keep(String id) throws SQLException {
    Duration ttl = Duration.ofHours(1);
    table().claim(one(), new ClaimRequest(old(id), Optional.empty(), ttl, ttl, true));
    table().complete(one(), old(id), id, ttl);
    one().commit();
  }

  private static void update(Connection connection, String id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout 20000");
      statement.execute(
          "update holdfast_call set takeovers = 1 where digest = '" + old(id).digest() + "'");
    }
  }

  private static StoredKey old(String id) {
    return StoredKey.of("old", List.of(), id);
  }

  private void awaitBlocked() throws SQLException {
    try (Connection observer = database.getConnection();
        Statement statement = observer.createStatement()) {
      boolean isBlocked = false;
      while (!isBlocked) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) from information_schema.sessions where blocker_id is not null")) {
          isBlocked = row.next() && row.getInt(1) > 0;
        }
      }
    }
  }
}
