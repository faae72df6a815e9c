package dev.holdfast.core.policy.idempotent;

import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.Idempotent;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.HeldKey;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.policy.idempotent.IdempotentPolicy.CallKey;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.Tenure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Makes a call once for each key, and answers duplicates with what it came to. */
record IdempotentStage(IdempotentPolicy policy, Stage next) implements Stage {

  /** How long a duplicate waits that has no deadline. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    CallKey key = policy.key(call);
    if (key == null) {
      return next.call(call);
    }
    Claim claim;
    try {
      claim = claim(call, key);
    } catch (ExecutionException unreachable) {
      policy.unavailable(Causes.unwrap(unreachable));
      return next.call(call);
    }
    if (claim instanceof Claim.Acquired acquired) {
      return make(call, key, new Hold(key.stored(), acquired.token()));
    }
    policy.counts().apply("replayed").increment();
    return policy.replays().answer(call, key.stored(), claim);
  }

  private Claim claim(Call call, CallKey key) throws ExecutionException {
    CompletableFuture<Claim> answer =
        policy.desk().claim(policy.request(call, key.stored()), policy.spec().concurrent());
    Deadline deadline = Scopes.current().deadline();
    long nanos =
        deadline == null
            ? LONGEST_WAIT.toNanos()
            : Math.max(0, deadline.remainingNanos(policy.services().time()));
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw late(key, deadline);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new DuplicateCallException(
          policy.guard(),
          "interrupted while waiting for the call with " + key.stored(),
          Duration.ZERO,
          interrupted);
    }
  }

  private RuntimeException late(CallKey key, @Nullable Deadline deadline) {
    String waited = "waited for the call with " + key.stored();
    return deadline == null
        ? new DuplicateCallException(policy.guard(), waited + " for 30 s", Duration.ZERO, null)
        : new DeadlineExceededException(
            policy.guard(), waited + " until the deadline", Duration.ZERO, null);
  }

  private @Nullable Object make(Call call, CallKey key, Hold hold) throws Throwable {
    if (policy.spec().onUnknown() == Idempotent.OnUnknown.FAIL) {
      call.forbidAmbiguousRepeats();
    }
    Scope scope = Scopes.current();
    HeldKey held = new HeldKey(key.stored(), scope.held());
    Scope outer = Scopes.enter(scope.holding(held, key.text(), key.outgoing()));
    Settlement settlement = new Settlement.Release();
    try {
      Object result = next.call(call);
      settlement = policy.endings().returned(call, result);
      return result;
    } catch (Throwable failure) {
      settlement = policy.endings().threw(call, failure);
      throw failure;
    } finally {
      Scopes.leave(outer);
      held.release();
      settle(hold, settlement);
    }
  }

  /** The outcome stands whatever the store says now: the effect has happened. */
  private void settle(Hold hold, Settlement settlement) {
    CompletionStage<Tenure> settled = policy.desk().settle(hold, settlement);
    settled.whenComplete(
        (tenure, failure) -> {
          if (failure != null || tenure == Tenure.LOST) {
            policy.counts().apply("lost").increment();
          }
        });
  }
}
