package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.CarriedKey;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.HeldKey;
import dev.holdfast.core.call.OpenConnection;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.transaction.KeyTables;
import dev.holdfast.core.store.transaction.OpenTable;
import dev.holdfast.core.store.transaction.SqlStates;
import dev.holdfast.core.time.Time;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, and the key that its transaction holds from the claim to the commit.
 *
 * <p>Who fails gives the key back, because the application may commit all the same; if the
 * transaction is over anyway, the key is gone with it. An outcome that cannot be written fails the
 * call: its effect must not be committed without it.
 *
 * @param request what the attempt asks for, as all attempts of the call do
 * @param scope around the attempt
 */
record TransactionCall(
    Deduplication work,
    Call call,
    CallKey key,
    ClaimRequest request,
    Scope scope,
    OpenConnection open) {

  /** Characters, as in stores. */
  private static final int LONGEST_RESULT = 4 << 20;

  private static final long WITHOUT_DEADLINE_NANOS = Duration.ofSeconds(30).toNanos();

  /**
   * One wait in the database: shorter than what drivers wait for an answer, and longer than what
   * databases wait before they look for a deadlock.
   */
  private static final long SLICE_MILLIS = 2_000;

  @Nullable Object make(Stage next, KeyTables tables) throws Throwable {
    OpenTable table;
    Claim claim;
    try {
      table = tables.open(open);
      claim = claim(table);
    } catch (SQLException failure) {
      return unguarded(next, unclaimed(failure));
    } catch (StoreFailure failure) {
      return unguarded(next, failure);
    }
    if (claim instanceof Claim.Acquired) {
      return held(table, next);
    }
    if (claim instanceof Claim.Unknown) {
      work.news().count(Tally.UNKNOWN);
      throw work.refusals().unknown(stored(), "was committed without its outcome");
    }
    return work.replies().reply(call, stored(), claim);
  }

  private @Nullable Object unguarded(Stage next, StoreFailure unavailable) throws Throwable {
    work.goUnguarded(unavailable);
    return next.call(call);
  }

  private @Nullable Object held(OpenTable table, Stage next) throws Throwable {
    HeldKey held = new HeldKey(work.identity(key), scope.held());
    CarriedKey carried = Objects.requireNonNullElse(scope.carried(), key);
    Scope outer = Scopes.enter(scope.holding(held, carried));
    Object result;
    try {
      result = next.call(call);
    } catch (Throwable failure) {
      release(table);
      throw failure;
    } finally {
      held.release();
      Scopes.leave(outer);
    }
    if (call.isRejected()) {
      release(table);
    } else {
      complete(table, result);
    }
    return result;
  }

  /** Where the body may run without the key, a failure must not be the transaction's end. */
  private Claim claim(OpenTable table) throws SQLException {
    if (!mayRunUnguarded()) {
      return asked(table);
    }
    Connection connection = open.connection();
    Savepoint before = connection.setSavepoint();
    try {
      Claim claim = asked(table);
      connection.releaseSavepoint(before);
      return claim;
    } catch (SQLException | RuntimeException failure) {
      undo(connection, before, failure);
      throw failure;
    }
  }

  /** A transaction that was ended has no savepoint any more, and what ended it is to be told. */
  private static void undo(Connection connection, Savepoint before, Exception failure) {
    try {
      connection.rollback(before);
    } catch (SQLException more) {
      failure.addSuppressed(more);
    }
  }

  private Claim asked(OpenTable table) throws SQLException {
    Claim claim = table.claim(request);
    return claim instanceof Claim.InFlight ? await(table) : claim;
  }

  /** Others are waited for in the database, which tells at once when their transaction ends. */
  private Claim await(OpenTable table) throws SQLException {
    if (work.spec().concurrent() == Concurrent.REJECT || Thread.currentThread().isInterrupted()) {
      return new Claim.InFlight(Duration.ZERO);
    }
    work.news().count(Tally.WAITED);
    Time time = work.services().time();
    Deadline deadline = scope.deadline();
    long endNanos =
        deadline == null ? time.nanoTime() + WITHOUT_DEADLINE_NANOS : deadline.atNanos();
    while (true) {
      long leftNanos = endNanos - time.nanoTime();
      if (leftNanos <= 0) {
        work.news().count(Tally.DUPLICATE);
        throw deadline == null
            ? work.refusals().stillInFlight(stored(), WITHOUT_DEADLINE_NANOS)
            : work.refusals().deadlinePassed(stored());
      }
      if (Thread.currentThread().isInterrupted()) {
        throw work.refusals().interrupted(stored());
      }
      long leftMillis = Math.max(1, Duration.ofNanos(leftNanos).toMillis());
      table.await(stored(), Math.min(leftMillis, SLICE_MILLIS));
      Claim claim = table.claim(request);
      if (!(claim instanceof Claim.InFlight)) {
        return claim;
      }
    }
  }

  /**
   * Why the key cannot be asked for.
   *
   * @throws Throwable where that is not the question: this transaction cannot go on, or it is late
   */
  private StoreFailure unclaimed(SQLException failure) throws Throwable {
    if (SqlStates.isBroken(failure)) {
      throw broken("another transaction has changed it, or waits for this one", failure);
    }
    if (SqlStates.isAbsent(failure) && !mayRunUnguarded()) {
      throw broken("its table was there, and is gone", failure);
    }
    Deadline deadline = scope.deadline();
    if (deadline != null && deadline.remainingNanos(work.services().time()) <= 0) {
      throw work.refusals().deadlinePassed(stored());
    }
    return told(failure);
  }

  private boolean mayRunUnguarded() {
    return work.spec().onUnavailable() == OnUnavailable.RUN;
  }

  private void complete(OpenTable table, @Nullable Object result) throws Throwable {
    String text = work.text(key, result, LONGEST_RESULT);
    try {
      table.complete(stored(), text, work.spec().ttl());
    } catch (SQLException failure) {
      work.news().notStored(stored(), told(failure));
      throw SqlStates.isBroken(failure)
          ? broken("it has failed before its outcome was written", failure)
          : work.refusals().uncompleted(stored(), told(failure));
    }
  }

  private void release(OpenTable table) {
    work.news().count(Tally.RELEASED);
    try {
      table.release(stored());
    } catch (SQLException failure) {
      if (!SqlStates.isBroken(failure)) {
        work.news().notStored(stored(), told(failure));
      }
    }
  }

  private Throwable broken(String why, SQLException failure) {
    return call.threw(
        open.broken(
            "the transaction of %s cannot go on with key %s: %s. Try again in a new transaction."
                .formatted(work.guard(), stored().shortHash(), why),
            failure));
  }

  private static StoreFailure told(SQLException failure) {
    return new StoreFailure(SqlStates.describe(failure), failure);
  }

  private StoredKey stored() {
    return key.stored();
  }
}
