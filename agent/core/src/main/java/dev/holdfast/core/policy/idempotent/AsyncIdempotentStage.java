package dev.holdfast.core.policy.idempotent;

import dev.holdfast.DuplicateCallException;
import dev.holdfast.Idempotent;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.HeldKey;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.policy.idempotent.IdempotentPolicy.CallKey;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.time.Alarm;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The same for futures: no thread waits, neither for the call nor for its duplicates. */
record AsyncIdempotentStage(IdempotentPolicy policy, AsyncStage next) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    CallKey key;
    CompletableFuture<Claim> claimed;
    try {
      key = policy.key(call);
      if (key == null) {
        return next.call(call);
      }
      claimed = policy.desk().claim(policy.request(call, key.stored()), policy.spec().concurrent());
    } catch (Throwable failure) {
      return Futures.failed(failure);
    }
    Context context = Context.capture();
    if (claimed.isDone()) {
      return decided(call, key, context, claimed);
    }
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    Futures.linkCancel(outcome, claimed);
    limit(key, claimed, outcome);
    claimed.whenComplete(
        (claim, failure) ->
            policy
                .services()
                .workers()
                .execute(
                    context.carry(
                        () -> Futures.follow(outcome, decided(call, key, context, claimed)))));
    return outcome;
  }

  /** A deadline cancels from further out; a duplicate without one waits for 30 s. */
  private void limit(
      CallKey key, CompletableFuture<Claim> claimed, CompletableFuture<@Nullable Object> outcome) {
    Alarm alarm =
        policy
            .services()
            .time()
            .schedule(
                IdempotentStage.LONGEST_WAIT.toNanos(),
                () -> {
                  if (claimed.cancel(true)) {
                    outcome.completeExceptionally(
                        new DuplicateCallException(
                            policy.guard(),
                            "waited for the call with " + key.stored() + " for 30 s",
                            Duration.ZERO,
                            null));
                  }
                });
    claimed.whenComplete((claim, failure) -> alarm.cancel());
  }

  private CompletableFuture<@Nullable Object> decided(
      Call call, CallKey key, Context context, CompletableFuture<Claim> claimed) {
    try {
      Claim claim = claimed.join();
      if (claim instanceof Claim.Acquired acquired) {
        return make(call, key, context, new Hold(key.stored(), acquired.token()));
      }
      policy.counts().apply("replayed").increment();
      return CompletableFuture.completedFuture(policy.replays().answer(call, key.stored(), claim));
    } catch (Throwable failure) {
      return claimed.isCompletedExceptionally() && !claimed.isCancelled()
          ? unavailable(call, Causes.unwrap(failure))
          : Futures.failed(failure);
    }
  }

  private CompletableFuture<@Nullable Object> unavailable(Call call, Throwable failure) {
    try {
      policy.unavailable(failure);
    } catch (RuntimeException refusal) {
      return Futures.failed(refusal);
    }
    return next.call(call);
  }

  private CompletableFuture<@Nullable Object> make(
      Call call, CallKey key, Context context, Hold hold) {
    if (policy.spec().onUnknown() == Idempotent.OnUnknown.FAIL) {
      call.forbidAmbiguousRepeats();
    }
    Scope scope = context.scope();
    HeldKey held = new HeldKey(key.stored(), scope.held());
    CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
    context
        .carry(
            scope.holding(held, key.text(), key.outgoing()),
            () -> Futures.follow(outcome, next.call(call)))
        .run();
    return outcome.whenComplete(
        (result, failure) -> {
          held.release();
          Settlement settlement =
              failure == null
                  ? policy.endings().returned(call, result)
                  : policy.endings().threw(call, failure);
          policy.desk().settle(hold, settlement);
        });
  }
}
