package dev.holdfast.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.BlockingStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Keeps keys and results as rows of one table. */
final class PostgresStore implements BlockingStore {

  /** So often may others be faster, between the reading and the writing of one statement. */
  private static final int MOST_RACES = 5;

  private final HikariDataSource pool;

  PostgresStore(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public Claim claim(ClaimRequest request, String owner) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Claim fresh = claimNew(connection, request, owner);
      return fresh == null ? claimKnown(connection, request, owner) : fresh;
    }
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
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(PostgresSql.RENEW)) {
      statement.setLong(1, Column.millis(lease));
      statement.setLong(2, Column.millis(lease));
      statement.setString(3, hold.key().digest());
      statement.setLong(4, hold.token());
      return tenure(statement);
    }
  }

  @Override
  public Tenure settle(Hold hold, Settlement settlement) throws SQLException {
    if (settlement instanceof Settlement.Complete complete) {
      return settle(hold, Row.COMPLETED, complete.result(), complete.ttl());
    }
    if (settlement instanceof Settlement.Fail fail) {
      return settle(hold, Row.FAILED, fail.failure(), fail.ttl());
    }
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(PostgresSql.RELEASE)) {
      statement.setString(1, hold.key().digest());
      statement.setLong(2, hold.token());
      return tenure(statement);
    }
  }

  @Override
  public int sweep(int most) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(PostgresSql.SWEEP)) {
      statement.setInt(1, most);
      return statement.executeUpdate();
    }
  }

  @Override
  public boolean distrust() {
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

  private Tenure settle(Hold hold, String state, String outcome, Duration ttl) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(PostgresSql.SETTLE)) {
      statement.setString(1, state);
      statement.setString(2, outcome);
      statement.setLong(3, Column.millis(ttl));
      statement.setString(4, hold.key().digest());
      statement.setLong(5, hold.token());
      statement.setString(6, state);
      statement.setString(7, md5(outcome));
      return tenure(statement);
    }
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private static Tenure tenure(PreparedStatement statement) throws SQLException {
    return statement.executeUpdate() == 0 ? Tenure.LOST : Tenure.HELD;
  }
}
