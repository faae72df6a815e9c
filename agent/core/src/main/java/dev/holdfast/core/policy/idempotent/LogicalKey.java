package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.HeldKey;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Stage;
import java.util.function.Supplier;

/**
 * The key of a logical call whose attempts claim it: known before the first of them, the same in
 * all, and so is what it is compared by. A call that lacks its key is refused before a transaction
 * begins.
 */
record LogicalKey(Deduplication work, Supplier<Observer> observing) implements Policy {

  @Override
  public Stage around(Stage next) {
    return call -> {
      CallKey key = work.key(call);
      Scope scope = Scopes.current();
      boolean isNew = key != null && !work.isNested(scope, key);
      HeldKey asked = new HeldKey(AskedKey.read(work, call, key), scope.held());
      Scope outer = Scopes.enter((isNew ? scope.withKey(key) : scope).asking(asked));
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  /** Methods that return futures are refused when they are planned. */
  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    throw new IllegalStateException(work.guard() + " returns a future");
  }

  @Override
  public Observer observer() {
    return observing.get();
  }
}
