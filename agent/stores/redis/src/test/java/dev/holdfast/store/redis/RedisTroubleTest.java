package dev.holdfast.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.event.Event;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.time.SystemTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** What a Redis, or its configuration, can have wrong. */
final class RedisTroubleTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<String> told = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    Redis.forget();
  }

  @AfterEach
  void makeWell() {
    config("maxmemory", "0");
    config("maxmemory-policy", "noeviction");
    config("appendfsync", "always");
    execute(Command.CLIENT, "UNPAUSE");
    execute(Command.REPLICAOF, "NO", "ONE");
    execute(Command.ACL, "DELUSER", "till");
  }

  @Test
  void goesOnAfterItsConnectionsWereCut() {
    IdempotencyStore store = Connected.to(Redis.url());
    Hold hold = acquire(store, "order-1");

    execute(Command.CLIENT, "KILL", "TYPE", "normal");
    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
    execute(Command.CLIENT, "KILL", "TYPE", "normal");
    assertThat(get(store.claim(request("order-1")))).isEqualTo(new Claim.Completed("1"));
  }

  @Test
  void goesOnWithAServerThatDoesNotKnowItsScripts() {
    IdempotencyStore store = Connected.to(Redis.url());
    Hold hold = acquire(store, "order-1");

    execute(Command.SCRIPT, "FLUSH");

    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
  }

  @Test
  void completesTwiceAsWellAsOnce() {
    IdempotencyStore store = Connected.to(Redis.url());
    Hold hold = acquire(store, "order-1");

    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
  }

  @Test
  void refusesWhoeverAsksAServerThatTakesTooLong() {
    IdempotencyStore store = Connected.to(Redis.url());
    acquire(store, "order-1");
    execute(Command.CLIENT, "PAUSE", "30000", "WRITE");

    assertThatThrownBy(() -> get(store.claim(request("order-2"))))
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessageStartingWith("holdfast.store ");

    execute(Command.CLIENT, "UNPAUSE");
    assertThat(get(Connected.to(Redis.url()).claim(request("order-1"))))
        .isInstanceOf(Claim.InFlight.class);
  }

  @Test
  void tellsOfAReplica() {
    IdempotencyStore store = Connected.to(Redis.url());
    execute(Command.REPLICAOF, "localhost", "1");

    assertFails(store, "READONLY");
  }

  @Test
  void tellsOfAServerWithoutMemory() {
    IdempotencyStore store = Connected.to(Redis.url());
    config("maxmemory", "1");

    assertFails(store, "OOM command not allowed when used memory > 'maxmemory'");
  }

  @Test
  void warnsOnceOfAServerThatMayLoseResults() {
    config("appendfsync", "everysec");
    config("maxmemory", "100mb");
    config("maxmemory-policy", "allkeys-lru");
    Events events = new Events();
    events.subscribe(this::tell);
    IdempotencyStore store =
        Connected.to(Redis.url(), Map.of(), new SystemTime(() -> Duration.ZERO), events);

    acquire(store, "order-1");
    acquire(store, "order-2");

    assertThat(told)
        .containsExactly(
            "the default store may lose results: this Redis does not sync each write (expected:"
                + " appendfsync always); this Redis evicts keys when it is full (expected:"
                + " maxmemory-policy noeviction)");
  }

  /** A store of the same user, of another test, may ask again for a key of that one. */
  @Test
  void needsNoMoreThanItsScriptsDo() {
    execute(
        Command.ACL,
        "SETUSER till on >hunter2 ~holdfast:* -@all +eval +evalsha +get +set +del +pttl +time"
            .split(" "));
    IdempotencyStore store = Connected.to(Redis.url().replace("//", "//till:hunter2@"));

    Hold hold = acquire(store, "order-3");

    assertThat(get(store.renew(hold, LONG))).isEqualTo(Tenure.HELD);
    assertThat(get(store.complete(hold, "1", LONG))).isEqualTo(Tenure.HELD);
    assertThat(get(store.release(acquire(store, "order-4")))).isEqualTo(Tenure.HELD);
  }

  @Test
  void tellsOfAUserWhoMayNotRunScripts() {
    execute(Command.ACL, "SETUSER till on >hunter2 ~* +@all -eval -evalsha".split(" "));

    assertFails(Connected.to(Redis.url().replace("//", "//till:hunter2@")), "NOPERM");
  }

  @Test
  void tellsOfAValueThatSomebodyElseWrote() {
    IdempotencyStore store = Connected.to(Redis.url());
    StoredKey text = request("order-1").key();
    StoredKey list = request("order-2").key();
    execute(Command.SET, "holdfast:" + text.digest(), "hello");
    execute(Command.LPUSH, "holdfast:" + list.digest(), "hello");

    assertThatThrownBy(() -> get(store.claim(request("order-1"))))
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessage("the value of a key is not one that this agent wrote");
    assertThatThrownBy(() -> get(store.claim(request("order-2"))))
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessage("the value of a key is not a text that this agent wrote");
  }

  @Test
  void measuresLeasesByItsOwnClockWhateverThoseOfTheInstancesSay() {
    FakeTime anHourAhead = new FakeTime();
    anHourAhead.advance(Duration.ofHours(1).toNanos());
    IdempotencyStore ahead = Connected.to(Redis.url(), Map.of(), anHourAhead, new Events());
    IdempotencyStore behind = Connected.to(Redis.url(), Map.of(), new FakeTime(), new Events());

    acquire(behind, "order-1");

    Claim second = get(ahead.claim(request("order-1")));
    assertThat(second).isInstanceOf(Claim.InFlight.class);
    assertThat(((Claim.InFlight) second).left()).isBetween(Duration.ofSeconds(1), LONG);
  }

  @Test
  void readsAPasswordFileThatComesLateAndChanges() throws Exception {
    Path file = folder.resolve("password");
    execute(Command.ACL, "SETUSER", "till", "on", ">first", "~*", "&*", "+@all");
    IdempotencyStore store =
        Connected.to(
            Redis.url(),
            Map.of("holdfast.store.user", "till", "holdfast.store.password-file", file.toString()));
    assertThatThrownBy(() -> get(store.claim(request("order-1"))))
        .cause()
        .hasMessage(
            "holdfast.store.password-file: " + file + " cannot be read (NoSuchFileException)");

    Files.writeString(file, "first\n");
    acquire(store, "order-1");

    execute(Command.ACL, "SETUSER", "till", "resetpass", ">second");
    execute(Command.CLIENT, "KILL", "USER", "till");
    Files.writeString(file, "second\n");
    acquire(store, "order-2");
    execute(Command.ACL, "DELUSER", "till");
  }

  @Test
  void neverShowsAPassword() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
    String real = Redis.url().replace("redis://", "redis://shop:hunter2@");
    List<IdempotencyStore> stores =
        List.of(
            Connected.to("redis://shop:hunter2@localhost:1"),
            Connected.to(real),
            Connected.to("redis://localhost:1", Map.of("holdfast.store.password", "hunter2")),
            Connected.to(
                "redis://localhost:1", Map.of("holdfast.store.password-file", file.toString())));

    for (IdempotencyStore store : stores) {
      StringWriter shown = new StringWriter();
      assertThatThrownBy(() -> get(store.claim(request("order-1"))))
          .isInstanceOf(CompletionException.class)
          .satisfies(failure -> failure.printStackTrace(new PrintWriter(shown)));
      assertThat(shown.toString()).contains("holdfast.store").doesNotContain("hunter2");
      assertThat(store.toString()).doesNotContain("hunter2");
    }
  }

  private void tell(Event event) {
    told.add(event.sentence());
  }

  private static void assertFails(IdempotencyStore store, String reason) {
    assertThatThrownBy(() -> get(store.claim(request("order-1"))))
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessageStartingWith("holdfast.store cannot be reached: ")
        .hasMessageContaining(reason);
  }

  private static void config(String name, String value) {
    execute(Command.CONFIG, "SET", name, value);
  }

  private static void execute(Command command, String... arguments) {
    CommandArguments whole = new CommandArguments(command);
    for (String argument : arguments) {
      whole.add(argument);
    }
    Redis.execute(whole);
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
