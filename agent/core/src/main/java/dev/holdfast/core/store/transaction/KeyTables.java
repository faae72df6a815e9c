package dev.holdfast.core.store.transaction;

import dev.holdfast.core.call.OpenConnection;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.time.Time;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of keys in the databases that the applications of this JVM use. A table is looked for
 * until it was there once, and created if it is absent and may be.
 */
public final class KeyTables {

  private static final String CREATE = "holdfast.store.create";

  /** More than a program has databases; what is forgotten is only looked for again. */
  private static final int MOST = 1_000;

  private final Map<String, KeyTable> byDatabase;
  private final boolean mayCreate;
  private final Time time;

  /** By the database's URL. */
  private final Map<String, KnownTable> known = new ConcurrentHashMap<>();

  /** Knows these kinds of databases. */
  public KeyTables(Iterable<KeyTable> tables, boolean mayCreate, Time time) {
    byDatabase = new TreeMap<>();
    tables.forEach(table -> byDatabase.put(table.database(), new UnseenTable(table)));
    this.mayCreate = mayCreate;
    this.time = time;
  }

  /** Knows all kinds of databases that the loader of the engine holds; one for the whole JVM. */
  public static KeyTables installed(Services services) {
    return services
        .states()
        .shared(
            KeyTables.class,
            "",
            () ->
                new KeyTables(
                    ServiceLoader.load(KeyTable.class, KeyTable.class.getClassLoader()),
                    services
                        .configuration()
                        .find(CREATE)
                        .map(Setting::value)
                        .map(value -> Boolean.parseBoolean(value.toString()))
                        .orElse(true),
                    services.time()));
  }

  /**
   * The table in the database of a connection.
   *
   * @throws StoreFailure if there is none, and it cannot be created
   */
  public OpenTable open(OpenConnection open) throws SQLException {
    Connection connection = open.connection();
    DatabaseMetaData database = connection.getMetaData();
    KeyTable table = byDatabase.get(database.getDatabaseProductName());
    if (table == null) {
      throw new StoreFailure(
          "its database is %s (expected: %s)"
              .formatted(
                  database.getDatabaseProductName(), String.join(" or ", byDatabase.keySet())));
    }
    String url = String.valueOf(database.getURL());
    KnownTable there = known(url);
    if (!there.isSeen()) {
      prepare(table, open, there);
    }
    return new OpenTable(table, connection, there.sweeping(), there::vanished);
  }

  private KnownTable known(String url) {
    KnownTable there = known.get(url);
    if (there != null) {
      return there;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(url, first -> new KnownTable(new Sweeping(time)));
  }

  private void prepare(KeyTable table, OpenConnection open, KnownTable there) throws SQLException {
    Connection connection = open.connection();
    if (table.exists(connection)) {
      if (there.isSteady() && table.outlasts(connection)) {
        there.seen();
      }
      return;
    }
    if (!mayCreate) {
      throw absent(table, CREATE + " is false");
    }
    if (table.isCreatedInTransaction()) {
      table.create(connection);
    } else {
      create(table, open);
    }
  }

  private static void create(KeyTable table, OpenConnection open) throws SQLException {
    try (Connection apart =
        open.another()
            .orElseThrow(
                () ->
                    absent(
                        table,
                        "creating it would commit the transaction, and no other connection is"
                            + " known"))) {
      boolean commitsItself = apart.getAutoCommit();
      apart.setAutoCommit(true);
      try {
        table.create(apart);
      } finally {
        apart.setAutoCommit(commitsItself);
      }
    }
  }

  private static StoreFailure absent(KeyTable table, String why) {
    return new StoreFailure(
        "the table holdfast_call is absent, and %s (expected: the table). Create it with what java -jar holdfast-agent.jar schema %s prints."
            .formatted(why, table.scheme()));
  }
}
