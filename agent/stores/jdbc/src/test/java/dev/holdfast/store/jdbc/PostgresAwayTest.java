package dev.holdfast.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.event.Events;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.time.FakeTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is slow, may not be written, or has another time. */
final class PostgresAwayTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @BeforeEach
  void forget() {
    Postgres.forget();
  }

  @Test
  void refusesWhoeverAsksADatabaseThatTakesTooLongAndGivesTheKeyBack() throws Exception {
    IdempotencyStore store = Connected.to(Postgres.url());
    assertThat(get(store.claim(request("order-1")))).isInstanceOf(Claim.Acquired.class);

    try (Connection slow = DirectSource.of(Postgres.url(), Properties::new).getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("lock table holdfast_call in access exclusive mode");

      assertThatThrownBy(() -> get(store.claim(request("order-2"))))
          .hasRootCauseInstanceOf(Exception.class)
          .cause()
          .isInstanceOf(StoreFailure.class)
          .hasMessageStartingWith("holdfast.store ");
      slow.rollback();
    }

    IdempotencyStore other = Connected.to(Postgres.url());
    assertThat(get(other.claim(request("order-1")))).isInstanceOf(Claim.InFlight.class);
  }

  @Test
  void tellsOfADatabaseThatMayNotBeWritten() {
    Postgres.execute(PostgresSchema.DDL);
    IdempotencyStore replica =
        Connected.to(Postgres.url() + "&options=-c%20default_transaction_read_only%3Don");

    assertThatThrownBy(() -> get(replica.claim(request("order-1"))))
        .cause()
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("in a read-only transaction");
  }

  @Test
  void measuresLeasesByItsOwnClockWhateverThoseOfTheInstancesSay() {
    FakeTime anHourAhead = new FakeTime();
    anHourAhead.advance(Duration.ofHours(1).toNanos());
    IdempotencyStore ahead = Connected.to(Postgres.url(), Map.of(), anHourAhead, new Events());
    IdempotencyStore behind = Connected.to(Postgres.url(), Map.of(), new FakeTime(), new Events());

    assertThat(get(behind.claim(request("order-1")))).isInstanceOf(Claim.Acquired.class);

    Claim second = get(ahead.claim(request("order-1")));
    assertThat(second).isInstanceOf(Claim.InFlight.class);
    assertThat(((Claim.InFlight) second).left()).isBetween(Duration.ofSeconds(1), LONG);
  }

  private static ClaimRequest request(String key) {
    return new ClaimRequest(
        StoredKey.of("shop.Cart#pay", List.of(), key), Optional.empty(), LONG, LONG, true);
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
