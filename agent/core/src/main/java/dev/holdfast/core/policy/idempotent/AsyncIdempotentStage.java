package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.store.Claim;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of a method that returns a future once for each key. The key is settled when the
 * future ends; duplicates wait for it without a thread.
 */
record AsyncIdempotentStage(AsyncStage next, Deduplication work) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    try {
      return begun(call);
    } catch (Throwable failure) {
      return Futures.failed(call.isFault(failure) ? work.refusals().fault(failure) : failure);
    }
  }

  private CompletableFuture<@Nullable Object> begun(Call call) throws Throwable {
    CallKey key = work.key(call);
    Scope scope = Scopes.current();
    if (key == null || work.isNested(scope, key)) {
      return next.call(call);
    }
    KeyedCall keyed = KeyedCall.of(work, call, key);
    CompletableFuture<Claim> claimed = keyed.claim(work.spec().concurrent());
    ClaimWait wait =
        new ClaimWait(
            key.stored(), claimed, scope.deadline(), work.services().time(), work.refusals());
    AsyncClaim asked = new AsyncClaim(next, keyed, wait);
    return claimed.isDone() ? asked.go(scope) : asked.goLater(claimed, Context.capture());
  }
}
