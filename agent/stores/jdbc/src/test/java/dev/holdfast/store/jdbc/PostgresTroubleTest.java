package dev.holdfast.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.StoreCredentials;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database, or its configuration, can have wrong. */
final class PostgresTroubleTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<String> told = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    Postgres.forget();
  }

  @Test
  void createsItsTableWhenTwentyInstancesStartAtOnce() {
    List<CompletionStage<Claim>> claims =
        IntStream.range(0, 20)
            .mapToObj(number -> Connected.to(Postgres.url()).claim(request("order-" + number)))
            .toList();

    assertThat(claims).allMatch(claim -> get(claim) instanceof Claim.Acquired);
  }

  @Test
  void saysHowToCreateTheTableWhereItMayNot() {
    IdempotencyStore store = Connected.to(Postgres.url(), Map.of("holdfast.store.create", "false"));

    assertFails(
        store,
        "the table holdfast_call is absent, and holdfast.store.create is false (expected: the"
            + " table). Create it with what java -jar holdfast-agent.jar schema jdbc:postgresql"
            + " prints.");
    Postgres.execute(new JdbcStoreFactory().schema("jdbc:postgresql").orElseThrow());
    assertThat(get(store.claim(request("order-1")))).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void saysHowToCreateTheTableWhereItsRoleMayNot() {
    IdempotencyStore store =
        Connected.to(Postgres.url() + "&currentSchema=absent", Map.of(), told::add);

    assertFails(
        store,
        "the table holdfast_call is absent, and it may not be created here (ERROR: no schema has"
            + " been selected to create in) (expected: the table). Create it with what java -jar"
            + " holdfast-agent.jar schema jdbc:postgresql prints.");
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table holdfast_call, holdfast_schema",
        "drop table holdfast_call",
        "drop sequence holdfast_token",
      })
  void createsAnewWhatWasDropped(String removal) {
    IdempotencyStore store = Connected.to(Postgres.url());
    acquire(store, "order-1");

    Postgres.execute(removal);

    acquire(store, "order-2");
  }

  @Test
  void writesItsVersionAnewWhereThatWasRemoved() {
    acquire(Connected.to(Postgres.url()), "order-1");

    Postgres.execute("truncate holdfast_schema");

    acquire(Connected.to(Postgres.url()), "order-2");
  }

  @Test
  void refusesATableOfAnotherVersion() {
    Postgres.execute(PostgresSchema.DDL + "update holdfast_schema set version = 0");

    assertFails(
        Connected.to(Postgres.url()),
        "the table holdfast_call is of version 0 (expected: 1, that of this agent)");
  }

  @Test
  void goesOnAfterItsConnectionsWereCut() {
    IdempotencyStore store = Connected.to(Postgres.url());
    Hold hold = acquire(store, "order-1");

    Postgres.cutConnections();
    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
    Postgres.cutConnections();
    assertThat(get(store.claim(request("order-1")))).isEqualTo(new Claim.Completed("1"));
  }

  @Test
  void completesTwiceAsWellAsOnce() {
    IdempotencyStore store = Connected.to(Postgres.url());
    Hold hold = acquire(store, "order-1");

    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
  }

  @Test
  void tellsOfARowThatSomebodyElseWrote() {
    IdempotencyStore store = Connected.to(Postgres.url());
    acquire(store, "order-1");
    Postgres.execute("update holdfast_call set state = 'Z'");

    assertFails(store, "the row of a key is in state Z (expected: F, C or X)");
  }

  @Test
  void refusesARowThatCannotBeReadAndNoOther() {
    IdempotencyStore store = Connected.to(Postgres.url(), Map.of(), told::add);
    acquire(store, "order-1");
    Postgres.execute("update holdfast_call set lease_ends = 'infinity', expires = 'infinity'");

    for (int times = 0; times < 3; times++) {
      assertFails(
          store, "the row of a key cannot be used: ERROR: cannot subtract infinite timestamps");
    }

    acquire(store, "order-2");
    assertThat(told).noneMatch(sentence -> sentence.contains("cannot be reached"));
  }

  @Test
  void readsWhatIsCommittedWhateverTransactionsAreByDefault() throws Exception {
    StoreAddress address =
        new StoreAddress(
            "", Postgres.url() + "&options=-c%20default_transaction_isolation%3Dserializable");
    StoreCredentials nobody = new StoreCredentials(Optional.empty(), Optional::empty);

    try (HikariDataSource pool =
            PostgresPool.open(
                address, PostgresPool.source(address, PostgresUrl.of(address), nobody));
        Connection connection = pool.getConnection()) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  @Test
  void warnsOnceOfADatabaseThatMayLoseResults() {
    IdempotencyStore store = Connected.to(Postgres.url(), Map.of(), told::add);

    acquire(store, "order-1");
    acquire(store, "order-2");

    assertThat(told)
        .containsExactly(
            "the default store may lose results: this PostgreSQL does not sync what it writes"
                + " (expected: fsync on); this PostgreSQL commits before it has written (expected:"
                + " synchronous_commit on)");
  }

  @Test
  void takesUserAndPasswordFromTheirSettingsRatherThanFromTheUrl() {
    IdempotencyStore store =
        Connected.to(
            Postgres.url().replace("user=postgres", "user=nobody"),
            Map.of("holdfast.store.user", "postgres"));

    acquire(store, "order-1");
  }

  @Test
  void keepsTheNamesOfMethodsInDatabasesOfAnyEncoding() {
    Postgres.execute("drop database if exists old");
    Postgres.execute("create database old encoding 'LATIN1' template template0 locale 'C'");
    IdempotencyStore store = Connected.to(Postgres.url().replace("/postgres?", "/old?"));
    ClaimRequest request =
        new ClaimRequest(
            StoredKey.of("shop.Cart#\u0436\ud800\0", List.of(), "1"),
            Optional.empty(),
            LONG,
            LONG,
            true);

    assertThat(get(store.claim(request))).isInstanceOf(Claim.Acquired.class);
    store.close();
  }

  @Test
  void takesNoOtherDatabase() {
    assertThatThrownBy(() -> Connected.to("jdbc:mysql://root:hunter2@db/shop"))
        .isInstanceOf(StoreFailure.class)
        .hasMessage(
            "holdfast.store is not a database that can be a store (expected:"
                + " jdbc:postgresql://HOST[:PORT]/DATABASE)");
  }

  @Test
  void readsAPasswordFileThatComesLate() throws Exception {
    Path file = folder.resolve("password");
    IdempotencyStore store =
        Connected.to(Postgres.url(), Map.of("holdfast.store.password-file", file.toString()));
    assertFails(
        store,
        "holdfast.store.password-file: %s cannot be read (NoSuchFileException)".formatted(file));

    Files.writeString(file, "hunter2\n");
    acquire(store, "order-1");
  }

  @Test
  void neverShowsAPassword() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
    String nowhere = "jdbc:postgresql://localhost:1/shop";
    List<IdempotencyStore> stores =
        List.of(
            Connected.to(nowhere + "?user=shop&password=hunter2"),
            Connected.to(nowhere, Map.of("holdfast.store.password", "hunter2")),
            Connected.to(nowhere, Map.of("holdfast.store.password-file", file.toString())));

    for (IdempotencyStore store : stores) {
      StringWriter shown = new StringWriter();
      assertThatThrownBy(() -> get(store.claim(request("order-1"))))
          .isInstanceOf(CompletionException.class)
          .satisfies(failure -> failure.printStackTrace(new PrintWriter(shown)));
      assertThat(shown.toString()).contains("holdfast.store").doesNotContain("hunter2");
      assertThat(store.toString()).doesNotContain("hunter2");
    }
  }

  private static void assertFails(IdempotencyStore store, String message) {
    assertThatThrownBy(() -> get(store.claim(request("order-1"))))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessage(message);
  }

  private static Hold acquire(IdempotencyStore store, String key) {
    ClaimRequest request = request(key);
    return new Hold(request.key(), ((Claim.Acquired) get(store.claim(request))).token());
  }

  private static ClaimRequest request(String key) {
    return new ClaimRequest(
        StoredKey.of("shop.Cart#pay", List.of(), key), Optional.empty(), LONG, LONG, true);
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
