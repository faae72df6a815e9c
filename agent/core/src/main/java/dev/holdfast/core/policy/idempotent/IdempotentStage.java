package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.StoreFailure;
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
    KeyedCall keyed = KeyedCall.of(work, call, key);
    Claim claim;
    try {
      claim = claim(keyed, scope);
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
    HeldCall held = HeldCall.of(keyed, acquired, scope);
    Object result = held(call, held);
    return held.isOvertaken() ? overtaken(new Overtaken(keyed, scope, result)) : result;
  }

  /** A call that comes interrupted still asks the store, but waits for no other call. */
  private Claim claim(KeyedCall keyed, Scope scope) {
    boolean isInterrupted = Thread.currentThread().isInterrupted();
    Concurrent whenHeld = isInterrupted ? Concurrent.REJECT : work.spec().concurrent();
    CompletableFuture<Claim> claimed = keyed.claim(whenHeld);
    ClaimWait wait =
        new ClaimWait(
            keyed.key().stored(),
            claimed,
            scope.deadline(),
            work.services().time(),
            work.refusals());
    if (claimed.isDone()) {
      return wait.answer();
    }
    work.news().count(Tally.WAITED);
    return isInterrupted ? wait.insist() : wait.await();
  }

  /** The outcome goes to the caller when the store has it: who has seen it may rely on that. */
  private @Nullable Object held(Call call, HeldCall held) throws Throwable {
    Object result;
    try {
      result = inside(call, held.scope());
    } catch (Throwable failure) {
      Blocking.insist(held.settled(() -> held.threw(failure)));
      throw failure;
    }
    Blocking.insist(held.settled(() -> held.returned(result)));
    return result;
  }

  private static @Nullable Object overtaken(Overtaken late) throws Throwable {
    CompletableFuture<@Nullable Object> outcome = late.outcome(late.ask()::await);
    Blocking.insist(outcome);
    try {
      return outcome.join();
    } catch (CompletionException refused) {
      throw Causes.unwrap(refused);
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
