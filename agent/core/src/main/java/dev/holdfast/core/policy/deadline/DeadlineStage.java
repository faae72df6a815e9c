package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Stage;
import org.jspecify.annotations.Nullable;

/** Puts the deadline in force for a method that returns a value. */
record DeadlineStage(TimeLimit limit, Stage next) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Scope outer = Scopes.enter(limit.begin(Scopes.current()));
    try {
      return next.call(call);
    } finally {
      Scopes.leave(outer);
    }
  }
}
