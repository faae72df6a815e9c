package dev.holdfast.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.transaction.KeyTable;
import dev.holdfast.core.store.transaction.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every table of keys does, whatever the database: two connections of two callers. */
abstract class KeyTableContract {

  private static final Duration TTL = Duration.ofHours(1);
  static final StoredKey KEY = StoredKey.of("pay", List.of(), "1");
  private static final Claim ACQUIRED = new Claim.Acquired(0, false);
  static final Claim IN_FLIGHT = new Claim.InFlight(Duration.ZERO);

  private Connection one;
  private Connection other;

  abstract KeyTable table();

  /** A connection without auto-commit. */
  abstract Connection connect() throws SQLException;

  Connection one() {
    return one;
  }

  Connection other() {
    return other;
  }

  @BeforeEach
  void connectTwice() throws SQLException {
    try (Connection first = connect();
        Statement statement = first.createStatement()) {
      statement.execute("drop table if exists holdfast_call, holdfast_schema");
      statement.execute("drop table if exists effect");
      statement.execute("create table effect (id integer)");
      first.commit();
      first.setAutoCommit(!table().isCreatedInTransaction());
      assertThat(table().exists(first)).isFalse();
      table().create(first);
      assertThat(table().exists(first)).isTrue();
      if (!first.getAutoCommit()) {
        first.commit();
      }
    }
    one = connect();
    other = connect();
  }

  @AfterEach
  void close() throws SQLException {
    one.rollback();
    one.close();
    other.rollback();
    other.close();
  }

  @Test
  void resultThatIsCommittedIsTheOthers() throws SQLException {
    assertThat(claim(one)).isEqualTo(ACQUIRED);
    table().complete(one, KEY, "\"paid\"", TTL);
    one.commit();

    assertThat(claim(other)).isEqualTo(new Claim.Completed("\"paid\""));
  }

  @Test
  void keyThatIsRolledBackIsFree() throws SQLException {
    claim(one);
    table().complete(one, KEY, "\"paid\"", TTL);
    one.rollback();

    assertThat(claim(other)).isEqualTo(ACQUIRED);
  }

  @Test
  void keyIsHeldUntilTheTransactionEnds() throws SQLException {
    claim(one);
    table().complete(one, KEY, "\"paid\"", TTL);

    assertThat(claim(other)).isEqualTo(IN_FLIGHT);
    other.rollback();
    one.commit();
    assertThat(claim(other)).isEqualTo(new Claim.Completed("\"paid\""));
  }

  @Test
  void whoWaitsGoesOnWhenTheHolderCommits() throws Exception {
    claim(one);
    assertThat(claim(other)).isEqualTo(IN_FLIGHT);
    CompletableFuture<Claim> waited = CompletableFuture.supplyAsync(this::awaited);
    table().complete(one, KEY, "\"paid\"", TTL);
    one.commit();

    assertThat(waited.get(30, TimeUnit.SECONDS)).isEqualTo(new Claim.Completed("\"paid\""));
  }

  @Test
  void whoWaitsGoesOnWhenTheHolderRollsBack() throws Exception {
    claim(one);
    assertThat(claim(other)).isEqualTo(IN_FLIGHT);
    CompletableFuture<Claim> waited = CompletableFuture.supplyAsync(this::awaited);
    one.rollback();

    assertThat(waited.get(30, TimeUnit.SECONDS)).isEqualTo(ACQUIRED);
  }

  @Test
  void transactionIsSoundAfterItWaitedInVain() throws SQLException {
    claim(one);
    execute(other, "insert into effect values (1)");
    claim(other);
    table().await(other, KEY, 20);
    execute(other, "insert into effect values (2)");
    other.commit();

    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void secondCallInTheSameTransactionGetsTheResult() throws SQLException {
    claim(one);
    table().complete(one, KEY, "\"paid\"", TTL);

    assertThat(claim(one)).isEqualTo(new Claim.Completed("\"paid\""));
  }

  @Test
  void keyThatWasGivenBackIsFreeInTheSameTransaction() throws SQLException {
    claim(one);
    table().release(one, KEY);

    assertThat(claim(one)).isEqualTo(ACQUIRED);
  }

  @Test
  void keyThatWasCommittedUnsettledIsUnknown() throws SQLException {
    claim(one);
    one.commit();

    assertThat(claim(other)).isEqualTo(new Claim.Unknown());
  }

  @Test
  void otherArgumentsAreAMismatch() throws SQLException {
    claim(one);
    table().complete(one, KEY, "\"paid\"", TTL);
    one.commit();

    assertThat(table().claim(other, request("b"))).isEqualTo(new Claim.Mismatch());
  }

  @Test
  void resultWhoseTimeIsOverIsGone() throws SQLException {
    claim(one);
    table().complete(one, KEY, "\"paid\"", TTL);
    one.commit();
    expire();

    assertThat(claim(other)).isEqualTo(ACQUIRED);
    table().complete(other, KEY, "\"paid again\"", TTL);
    other.commit();
    assertThat(claim(one)).isEqualTo(new Claim.Completed("\"paid again\""));
  }

  @Test
  void sweepsWhatIsOverAndNothingElse() throws SQLException {
    for (int number = 0; number < 5; number++) {
      StoredKey key = StoredKey.of("old", List.of(), String.valueOf(number));
      table().claim(one, new ClaimRequest(key, Optional.empty(), TTL, TTL, true));
      table().complete(one, key, "1", TTL);
    }
    one.commit();
    expire();
    claim(one);
    table().complete(one, KEY, "\"paid\"", TTL);
    one.commit();

    assertThat(table().sweep(other, 3)).isEqualTo(3);
    assertThat(table().sweep(other, 3)).isEqualTo(2);
    assertThat(table().sweep(other, 3)).isZero();
    other.commit();
    assertThat(claim(one)).isEqualTo(new Claim.Completed("\"paid\""));
  }

  @Test
  void resultThatAnOlderSnapshotDoesNotSeeBreaksItsTransaction() throws SQLException {
    other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    execute(other, "select * from holdfast_call");
    claim(one);
    table().complete(one, KEY, "\"paid\"", TTL);
    one.commit();

    SQLException failure = catchThrowableOfType(SQLException.class, () -> claim(other));

    assertThat(SqlStates.isBroken(failure)).as(failure.toString()).isTrue();
    other.rollback();
    assertThat(claim(other)).isEqualTo(new Claim.Completed("\"paid\""));
  }

  @Test
  void tableThatIsAbsentIsTold() throws SQLException {
    execute(one, "drop table holdfast_call");
    one.commit();

    SQLException failure = catchThrowableOfType(SQLException.class, () -> claim(other));

    assertThat(SqlStates.isAbsent(failure)).as(failure.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table holdfast_call",
        "drop table holdfast_schema",
        "delete from holdfast_schema"
      })
  void whatIsMissingIsCreated(String removal) throws SQLException {
    execute(one, removal);
    one.commit();

    assertThat(table().exists(one)).isFalse();
    one.commit();
    one.setAutoCommit(!table().isCreatedInTransaction());
    table().create(one);
    assertThat(table().exists(one)).isTrue();
    one.setAutoCommit(false);
    assertThat(claim(one)).isEqualTo(ACQUIRED);
  }

  Claim claim(Connection connection) throws SQLException {
    return table().claim(connection, request("a"));
  }

  private Claim awaited() {
    try {
      table().await(other, KEY, 20_000);
      return claim(other);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void expire() throws SQLException {
    execute(
        one,
        "update holdfast_call set expires = current_timestamp - interval '1' second,"
            + " sweep_after = current_timestamp - interval '1' second");
    one.commit();
  }

  private int effects() throws SQLException {
    try (Statement statement = one.createStatement();
        var row = statement.executeQuery("select count(*) from effect")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ClaimRequest request(String fingerprint) {
    return new ClaimRequest(KEY, Optional.of(fingerprint), TTL, TTL, true);
  }
}
