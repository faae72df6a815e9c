package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Puts the deadline in force for a method that returns a future. */
record AsyncDeadlineStage(TimeLimit limit, AsyncStage next) implements AsyncStage {

  @Override
  public CompletableFuture<@Nullable Object> call(Call call) {
    Scope outer = Scopes.enter(limit.begin(Scopes.current()));
    try {
      return next.call(call);
    } finally {
      Scopes.leave(outer);
    }
  }
}
