package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.time.Alarm;
import dev.holdfast.core.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Makes calls of a method that returns a value once for each key. */
record IdempotentStage(Stage next, Deduplication work) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    CallKey key = work.key(call);
    Scope scope = Scopes.current();
    if (key == null || work.isNested(scope, key)) {
      return next.call(call);
    }
    Claim claim;
    try {
      claim = claim(call, key, scope);
    } catch (StoreFailure unavailable) {
      work.goUnguarded(unavailable);
      return inside(call, scope.withKey(key));
    }
    if (!(claim instanceof Claim.Acquired acquired)) {
      return work.replies().reply(call, key.stored(), claim);
    }
    if (acquired.isTakenOver()) {
      work.news().tookOver(key.stored());
    }
    Hold hold = new Hold(key.stored(), acquired.token());
    HeldCall held = new HeldCall(work, call, key, hold, scope);
    Object result = held(call, held);
    return held.isOvertaken() ? overtaken(new Overtaken(work, call, key, scope, result)) : result;
  }

  /** A call that comes interrupted still asks the store, but waits for no other call. */
  private Claim claim(Call call, CallKey key, Scope scope) {
    boolean isInterrupted = Thread.currentThread().isInterrupted();
    Concurrent whenHeld = isInterrupted ? Concurrent.REJECT : work.spec().concurrent();
    CompletableFuture<Claim> claimed = work.claim(call, key, whenHeld);
    ClaimWait wait =
        new ClaimWait(
            key.stored(), claimed, scope.deadline(), work.services().time(), work.refusals());
    if (claimed.isDone()) {
      return wait.answer();
    }
    work.news().count(Tally.WAITED);
    return isInterrupted ? wait.insist() : wait.await();
  }

  private @Nullable Object held(Call call, HeldCall held) throws Throwable {
    Object result;
    try {
      result = inside(call, held.scope());
    } catch (Throwable failure) {
      await(held.threw(failure), held.scope());
      throw failure;
    }
    await(held.returned(result), held.scope());
    return result;
  }

  private static @Nullable Object overtaken(Overtaken late) throws Throwable {
    CompletableFuture<@Nullable Object> outcome = late.outcome(late.ask()::await);
    try {
      return outcome.join();
    } catch (CompletionException refused) {
      throw Causes.unwrap(refused);
    }
  }

  /**
   * The outcome goes to the caller when the store has it: who has seen it may rely on that. But at
   * the deadline it goes to the caller anyway.
   */
  private void await(CompletableFuture<?> settled, Scope scope) {
    Deadline deadline = scope.deadline();
    if (deadline == null || settled.isDone()) {
      settled.join();
      return;
    }
    Time time = work.services().time();
    CompletableFuture<?> waited = settled.copy();
    Alarm limit = time.pause(deadline.remainingNanos(time), isWhole -> waited.cancel(false));
    try {
      waited.exceptionally(gaveUp -> null).join();
    } finally {
      limit.cancel();
    }
  }

  private @Nullable Object inside(Call call, Scope scope) throws Throwable {
    Scope outer = Scopes.enter(scope);
    try {
      return next.call(call);
    } finally {
      Scopes.leave(outer);
    }
  }
}
