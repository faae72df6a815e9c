package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.OpenConnection;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.transaction.KeyTables;
import org.jspecify.annotations.Nullable;

/**
 * Right around the body, inside of its transaction. There may be no other stage of ours around it
 * on this thread, so that a fault of the agent ends here: as a refusal, after which the transaction
 * is rolled back.
 */
record TransactionStage(
    Stage next, Deduplication work, OpenConnections connections, KeyTables tables)
    implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    try {
      return begun(call);
    } catch (Throwable failure) {
      throw call.isFault(failure) ? work.refusals().fault(failure) : failure;
    }
  }

  private @Nullable Object begun(Call call) throws Throwable {
    Scope scope = Scopes.current();
    AskedKey asked = AskedKey.of(work, call, scope);
    CallKey key = asked.key();
    if (key == null || work.isHeld(scope, key)) {
      return next.call(call);
    }
    OpenConnection open;
    try {
      open = connections.of(call);
    } catch (StoreFailure unavailable) {
      work.goUnguarded(unavailable);
      return next.call(call);
    }
    ClaimRequest request = work.request(key, asked.fingerprint());
    return new TransactionCall(work, call, key, request, scope, open).make(next, tables);
  }
}
