package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent.OnUnknown;
import dev.holdfast.core.call.Ambiguity;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.HeldKey;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.OuterTransaction;
import dev.holdfast.core.call.Responses;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.policy.idempotent.data.ResultCodec;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.time.Alarm;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that holds its key, from the claim to its end.
 *
 * <p>The end is defined by what may have happened: what returned is done, whether or not its result
 * can be stored; a remembered failure is done too; one after which the effect may have happened
 * keeps its key where running twice is worse than not at all; every other failure releases it.
 */
final class HeldCall {

  /**
   * How long a caller without a deadline waits for a store to be told: as its duplicates do, and
   * longer than a server takes to be started anew. Who goes before that may have a result that
   * nobody else is given, should this process be killed then.
   */
  private static final long LONGEST_WAIT_NANOS = 30_000_000_000L;

  /** From the end of that wait to a caller whose call is cut at the deadline. */
  private static final long WAY_BACK_NANOS = 5_000_000L;

  private final Deduplication work;
  private final Call call;
  private final CallKey key;
  private final Hold hold;
  private final HeldKey held;
  private final Scope scope;
  private final @Nullable Uncommitted uncommitted;
  private volatile boolean isOvertaken;

  /** The call begins. If it cannot, its key is given back. */
  static HeldCall of(KeyedCall keyed, Claim.Acquired claim, Scope outer) {
    Hold hold = new Hold(keyed.key().stored(), claim.token());
    try {
      return new HeldCall(keyed, hold, outer);
    } catch (RuntimeException | Error fault) {
      keyed.work().desk().giveBack(hold.key(), claim);
      throw fault;
    }
  }

  private HeldCall(KeyedCall keyed, Hold hold, Scope outer) {
    work = keyed.work();
    call = keyed.call();
    key = keyed.key();
    this.hold = hold;
    held = new HeldKey(work.identity(key), outer.held());
    scope = outer.holding(held, key);
    if (mustNotRepeat()) {
      call.forbidAmbiguousRepeats();
    }
    OuterTransaction transaction = OuterTransaction.around(call);
    uncommitted =
        transaction == null
            ? null
            : new Uncommitted(transaction, work.identity(key), keyed.fingerprint());
  }

  /** What is in force inside of the call. */
  Scope scope() {
    return scope;
  }

  /**
   * Takes note of how the call ended. Whatever goes wrong in that, the key is not held any longer.
   *
   * @param end one of those below
   * @return what that returned; never fails
   */
  CompletableFuture<?> settled(Supplier<CompletableFuture<?>> end) {
    try {
      return end.get();
    } catch (RuntimeException | Error fault) {
      work.news().notStored(key.stored(), fault);
      try {
        return failed(call.hasBegun(), fault.getClass().getName());
      } catch (RuntimeException | Error again) {
        return CompletableFuture.completedFuture(again); // it was settled before that
      }
    }
  }

  /**
   * The call has returned.
   *
   * @return completed once the store knows, or at once if it will know when a transaction around
   *     the call has ended; never fails
   */
  CompletableFuture<?> returned(@Nullable Object result) {
    held.release();
    if (call.isRejected()) {
      return failed(isAmbiguous(result), "a result that was rejected");
    }
    String text = work.text(key, result, work.desk().longestResult());
    if (uncommitted == null || call.isApart()) {
      return complete(text);
    }
    return uncommitted.returned(new Claim.Completed(text), end -> at(end, text));
  }

  /**
   * Whether the store said that the key was taken over before the call had returned; to be asked
   * once that is completed.
   */
  boolean isOvertaken() {
    return isOvertaken;
  }

  /** The transaction in which the call returned has ended. */
  private CompletableFuture<?> at(OuterTransaction.End end, String text) {
    return end == OuterTransaction.End.COMMITTED
        ? complete(text)
        : failed(end == OuterTransaction.End.UNKNOWN, "a transaction that did not commit");
  }

  private CompletableFuture<?> complete(String text) {
    return settle(new Settlement.Complete(text, work.spec().ttl()));
  }

  /**
   * The call has failed. A fault of the agent does not count: what the application's code did
   * before it does.
   *
   * @return completed once the store knows; never fails
   */
  CompletableFuture<?> threw(Throwable failure) {
    if (!call.isFault(failure)) {
      return ended(failure);
    }
    if (call.hasReturned()) {
      return returned(call.returned());
    }
    Throwable thrown = call.thrown();
    if (thrown != null) {
      return ended(thrown);
    }
    held.release();
    return failed(call.hasBegun(), failure.getClass().getName());
  }

  /**
   * The call has failed with this, be it by the application or by a refusal.
   *
   * @return completed once the store knows; never fails
   */
  CompletableFuture<?> ended(Throwable own) {
    held.release();
    Optional<String> remembered = work.spec().remembered().closest(own);
    if (remembered.isPresent()) {
      String text = ResultCodec.threw(remembered.get(), Causes.unwrap(own).getMessage());
      return settle(new Settlement.Fail(text, work.spec().ttl()));
    }
    return failed(isAmbiguous(own), own.getClass().getName());
  }

  /**
   * The future of the call was cancelled, by the caller or at the deadline. Where the body was done
   * by then, that is how the call ended: its effect has happened.
   *
   * @return completed once the store knows; never fails
   */
  CompletableFuture<?> cancelled(Throwable cancellation) {
    if (call.returned() instanceof Future<?> body && isDoneAllTheSame(body)) {
      try {
        return returned(body.get());
      } catch (ExecutionException failed) {
        return ended(Causes.unwrap(failed));
      } catch (InterruptedException ofOurs) {
        Thread.currentThread().interrupt();
      }
    }
    return ended(cancellation);
  }

  /** Futures may refuse to be cancelled, and even to be asked. */
  private static boolean isDoneAllTheSame(Future<?> body) {
    try {
      return !body.cancel(true) && !body.isCancelled() && body.isDone();
    } catch (RuntimeException unsupported) {
      return false;
    }
  }

  private CompletableFuture<?> failed(boolean isAmbiguous, String what) {
    if (isAmbiguous && mustNotRepeat()) {
      work.news().kept(key.stored(), what);
      return settle(new Settlement.Fail(ResultCodec.unknown(), work.spec().ttl()));
    }
    work.news().count(Tally.RELEASED);
    return settle(new Settlement.Release());
  }

  private CompletableFuture<?> settle(Settlement settlement) {
    CompletableFuture<?> told =
        work.desk()
            .settle(hold, settlement)
            .handle(
                (tenure, failure) -> {
                  if (failure != null) {
                    work.news().notStored(key.stored(), Causes.unwrap(failure));
                  } else if (tenure == Tenure.LOST) {
                    isOvertaken = settlement instanceof Settlement.Complete;
                    work.news().lost(key.stored());
                  }
                  return tenure;
                })
            .toCompletableFuture();
    return told.isDone() ? told : waitedFor(told);
  }

  /**
   * Ends with the telling, or before it: a store that is away is told on, its caller let go, just
   * in time for its deadline.
   */
  private CompletableFuture<?> waitedFor(CompletableFuture<?> told) {
    CompletableFuture<@Nullable Object> waited = told.handle((tenure, none) -> null);
    Alarm limit = work.services().time().schedule(longestWaitNanos(), () -> waited.complete(null));
    waited.thenRun(limit::cancel);
    return waited;
  }

  private long longestWaitNanos() {
    Deadline deadline = scope.deadline();
    return deadline == null
        ? LONGEST_WAIT_NANOS
        : Math.max(0, deadline.remainingNanos(work.services().time()) - WAY_BACK_NANOS);
  }

  private boolean mustNotRepeat() {
    return work.spec().onUnknown() == OnUnknown.FAIL;
  }

  private boolean isAmbiguous(@Nullable Object rejected) {
    return call.isAmbiguous()
        || Responses.installed().in(rejected).map(HttpAnswer::isAmbiguous).orElse(false);
  }

  /** A call that did not begin had no effect; one that was cut may have. */
  private boolean isAmbiguous(Throwable failure) {
    Deadline deadline = scope.deadline();
    boolean wasCut =
        (deadline != null && deadline.hasFired()) || Thread.currentThread().isInterrupted();
    return call.isAmbiguous()
        || (call.hasBegun()
            && (wasCut || Ambiguity.installed().isAmbiguous(failure, scope.requests())));
  }
}
