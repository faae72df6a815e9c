package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.CallCounter;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * The outermost stage: counts the call, notes that its thread is in it, and is the door at which
 * the engine's own faults stop.
 */
record Entry(CallCounter calls, Stage next, Door door) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    calls.increment();
    return Scopes.isTracked() ? tracked(call) : untracked(call);
  }

  /** Goes on with a call that is counted and noted already. */
  @Nullable Object goOn(Call call) throws Throwable {
    try {
      return next.call(call);
    } catch (Throwable failure) {
      if (door.isExpected(call, failure)) {
        throw failure;
      }
      return door.open(call, failure);
    }
  }

  private @Nullable Object untracked(Call call) throws Throwable {
    try {
      return goOn(call);
    } finally {
      if (Scopes.isTracked()) {
        Scopes.endUntracked();
      }
    }
  }

  private @Nullable Object tracked(Call call) throws Throwable {
    Scope outer = Scopes.begin();
    try {
      return goOn(call);
    } finally {
      Scopes.end(outer);
    }
  }
}
