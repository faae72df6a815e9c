package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.transaction.KeyTable;
import dev.holdfast.core.time.FakeTime;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table of keys in one transaction that nobody ends, and of which others may hold keys. Waiting
 * in it lets fake time pass.
 */
final class FakeKeyTable implements KeyTable {

  /** What was done, step by step. */
  final List<String> steps = new ArrayList<>();

  /** Keys of other transactions. */
  final Set<StoredKey> heldByOthers = new HashSet<>();

  /** What the next step fails with. */
  @Nullable SQLException failure;

  /** The name of the step that fails. */
  String failing = "claim";

  /** Whether all rows are. */
  boolean isDamaged;

  private final FakeTime time;
  private final Map<StoredKey, String> outcomes = new HashMap<>();
  private final Map<StoredKey, ClaimRequest> held = new HashMap<>();

  FakeKeyTable(FakeTime time) {
    this.time = time;
  }

  /** A connection to its database. */
  static Connection connection(boolean commitsItself) {
    DatabaseMetaData database = metaData();
    return fake(
        Connection.class,
        Map.of("getAutoCommit", () -> commitsItself, "getMetaData", () -> database));
  }

  /** A connection with a transaction open, whose savepoints are steps. */
  Connection connectionWithSavepoints() {
    DatabaseMetaData database = metaData();
    Savepoint savepoint = fake(Savepoint.class, Map.of());
    return fake(
        Connection.class,
        Map.of(
            "getAutoCommit", () -> false,
            "getMetaData", () -> database,
            "setSavepoint", () -> noted("savepoint", savepoint),
            "releaseSavepoint", () -> noted("forget", savepoint),
            "rollback", () -> noted("undo", savepoint)));
  }

  private static DatabaseMetaData metaData() {
    return fake(
        DatabaseMetaData.class,
        Map.of("getDatabaseProductName", () -> "Fake", "getURL", () -> "jdbc:fake"));
  }

  private Savepoint noted(String step, Savepoint savepoint) {
    steps.add(step);
    return savepoint;
  }

  private static <T> T fake(Class<T> type, Map<String, Supplier<Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Supplier<Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new AssertionError(method + " was not to be called");
              }
              return answer.get();
            }));
  }

  @Override
  public String database() {
    return "Fake";
  }

  @Override
  public String scheme() {
    return "jdbc:fake";
  }

  @Override
  public boolean exists(Connection connection) throws SQLException {
    if (failure != null && failing.equals("exists")) {
      throw failure;
    }
    return true;
  }

  @Override
  public boolean isCreatedInTransaction() {
    return false;
  }

  @Override
  public void create(Connection connection) {
    throw new AssertionError("it exists");
  }

  @Override
  public Claim claim(Connection connection, ClaimRequest request) throws SQLException {
    step("claim");
    StoredKey key = request.key();
    if (heldByOthers.contains(key)) {
      return new Claim.InFlight(Duration.ZERO);
    }
    if (isDamaged) {
      throw new StoreFailure("the row of a key is in state Z (expected: F, C or X)");
    }
    ClaimRequest before = held.putIfAbsent(key, request);
    if (before == null) {
      return new Claim.Acquired(0, false);
    }
    if (request.contradicts(before)) {
      return new Claim.Mismatch();
    }
    String outcome = outcomes.get(key);
    return outcome == null ? new Claim.Unknown() : new Claim.Completed(outcome);
  }

  @Override
  public void await(Connection connection, StoredKey key, long millis) throws SQLException {
    step("await");
    time.advance(Duration.ofMillis(millis).toNanos());
  }

  @Override
  public void complete(Connection connection, StoredKey key, String result, Duration ttl)
      throws SQLException {
    step("complete");
    outcomes.put(key, result);
  }

  @Override
  public void release(Connection connection, StoredKey key) throws SQLException {
    step("release");
    held.remove(key);
  }

  @Override
  public int sweep(Connection connection, int most) throws SQLException {
    step("sweep");
    return most;
  }

  private void step(String name) throws SQLException {
    steps.add(name);
    if (failure != null && failing.equals(name)) {
      throw failure;
    }
  }
}
