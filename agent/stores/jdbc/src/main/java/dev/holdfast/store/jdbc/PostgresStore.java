package dev.holdfast.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.ClaimStep;
import dev.holdfast.core.store.blocking.SettleStep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps keys and results as rows of one table. */
final class PostgresStore implements BlockingStore {

  /** So often may others be faster, between the reading and the writing of one statement. */
  private static final int MOST_RACES = 5;

  private final HikariDataSource pool;
  private volatile boolean isTableGone;

  PostgresStore(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public Claim claim(ClaimRequest request, String owner) throws SQLException {
    return step(
        connection -> {
          Claim fresh = claimNew(connection, request, owner);
          return fresh == null ? claimKnown(connection, request, owner) : fresh;
        });
  }

  @Override
  public List<@Nullable Claim> claimAll(List<ClaimStep> claims) throws SQLException {
    Map<String, Claim> claimed = step(connection -> claimAllNew(connection, claims));
    List<@Nullable Claim> answers = new ArrayList<>();
    for (ClaimStep claim : claims) {
      answers.add(claimed.get(claim.owner()));
    }
    return answers;
  }

  private static Map<String, Claim> claimAllNew(Connection connection, List<ClaimStep> claims)
      throws SQLException {
    Map<String, Claim> claimed = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(PostgresSql.CLAIM_ALL_NEW)) {
      column(statement, 1, "text", claims, claim -> claim.request().key().digest());
      column(statement, 2, "text", claims, claim -> Column.text(claim.request().key().name()));
      column(statement, 3, "text", claims, claim -> claim.request().fingerprint().orElse(null));
      column(statement, 4, "text", claims, ClaimStep::owner);
      column(statement, 5, "bigint", claims, claim -> Column.millis(claim.request().lease()));
      column(statement, 6, "bigint", claims, claim -> Column.millis(claim.request().ttl()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          claimed.put(row.getString(1), new Claim.Acquired(row.getLong(2), false));
        }
      }
    }
    return claimed;
  }

  private static void column(
      PreparedStatement statement,
      int index,
      String type,
      List<ClaimStep> claims,
      Function<ClaimStep, @Nullable Object> value)
      throws SQLException {
    Object[] values = claims.stream().map(value).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }

  private static @Nullable Claim claimNew(Connection connection, ClaimRequest request, String owner)
      throws SQLException {
    String digest = request.key().digest();
    long leaseMillis = Column.millis(request.lease());
    long ttlMillis = Column.millis(request.ttl());
    try (PreparedStatement statement = connection.prepareStatement(PostgresSql.CLAIM_NEW)) {
      statement.setString(1, digest);
      statement.setString(2, Column.text(request.key().name()));
      statement.setString(3, request.fingerprint().orElse(null));
      statement.setString(4, owner);
      statement.setLong(5, leaseMillis);
      statement.setLong(6, leaseMillis + ttlMillis);
      statement.setLong(7, ttlMillis);
      statement.setString(8, digest);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new Claim.Acquired(row.getLong(1), false) : null;
      }
    }
  }

  private static Claim claimKnown(Connection connection, ClaimRequest request, String owner)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PostgresSql.CLAIM)) {
      statement.setString(1, request.key().digest());
      statement.setString(2, Column.text(request.key().name()));
      statement.setString(3, request.fingerprint().orElse(null));
      statement.setString(4, owner);
      statement.setLong(5, Column.millis(request.lease()));
      statement.setLong(6, Column.millis(request.ttl()));
      statement.setBoolean(7, request.takesOver());
      for (int races = 0; races < MOST_RACES; races++) {
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            Row found = Row.read(row);
            if (!found.isFreeFor(request)) {
              return found.answer(request, owner);
            }
          }
        }
      }
      throw new SQLException("the row changed " + MOST_RACES + " times between two looks at it");
    }
  }

  @Override
  public Tenure renew(Hold hold, Duration lease) throws SQLException {
    return tenure(
        update(
            PostgresSql.RENEW,
            statement -> {
              statement.setLong(1, Column.millis(lease));
              statement.setLong(2, Column.millis(lease));
              statement.setString(3, hold.key().digest());
              statement.setLong(4, hold.token());
            }));
  }

  @Override
  public Tenure settle(Hold hold, Settlement settlement) throws SQLException {
    Outcome outcome = Outcome.of(settlement);
    if (outcome != null) {
      return tenure(update(PostgresSql.SETTLE, statement -> outcome.bind(statement, hold)));
    }
    return tenure(
        update(
            PostgresSql.RELEASE,
            statement -> {
              statement.setString(1, hold.key().digest());
              statement.setLong(2, hold.token());
            }));
  }

  /** In the order of the digests, in which all who write several rows write them. */
  @Override
  public List<@Nullable Tenure> settleAll(List<SettleStep> calls) throws SQLException {
    List<@Nullable Tenure> answers = new ArrayList<>(Collections.nCopies(calls.size(), null));
    List<Integer> order = new ArrayList<>();
    int[] rows =
        step(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(PostgresSql.SETTLE)) {
                for (int index : inOrder(calls)) {
                  SettleStep call = calls.get(index);
                  Outcome outcome = Outcome.of(call.settlement());
                  if (outcome != null) {
                    outcome.bind(statement, call.hold());
                    statement.addBatch();
                    order.add(index);
                  }
                }
                return statement.executeBatch();
              }
            });
    for (int written = 0; written < rows.length; written++) {
      answers.set(order.get(written), tenure(rows[written]));
    }
    return answers;
  }

  private static List<Integer> inOrder(List<SettleStep> calls) {
    return IntStream.range(0, calls.size())
        .boxed()
        .sorted(Comparator.comparing(index -> calls.get(index).hold().key().digest()))
        .toList();
  }

  @Override
  public int sweep(int most) throws SQLException {
    return update(PostgresSql.SWEEP, statement -> statement.setInt(1, most));
  }

  /** A store whose table was taken away is opened anew, which sees to the table. */
  @Override
  public boolean distrust() {
    if (isTableGone) {
      pool.close();
      return false;
    }
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    if (connections != null) {
      connections.softEvictConnections();
    }
    return true;
  }

  @Override
  public void close() {
    pool.close();
  }

  private int update(String sql, Binding binding) throws SQLException {
    return step(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            return statement.executeUpdate();
          }
        });
  }

  /** What is wrong with one row is an answer, and no reason to keep others from the store. */
  private <T> T step(Step<T> step) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return step.on(connection);
    } catch (SQLException failure) {
      if (SqlTrouble.isAboutARow(failure)) {
        throw new StoreFailure(
            "the row of a key cannot be used: " + SqlTrouble.firstLine(failure), failure);
      }
      if (SqlTrouble.isTableGone(failure)) {
        isTableGone = true;
      }
      throw failure;
    }
  }

  private static Tenure tenure(int rows) {
    return rows == 0 ? Tenure.LOST : Tenure.HELD;
  }

  @FunctionalInterface
  private interface Step<T> {

    T on(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  private interface Binding {

    void to(PreparedStatement statement) throws SQLException;
  }
}
