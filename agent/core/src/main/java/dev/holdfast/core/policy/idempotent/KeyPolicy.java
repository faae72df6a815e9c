package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Context;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Futures;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Stage;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Fills a null key in before the first attempt, so that it is the same in every one: derived from
 * the key that the call holds, else random.
 *
 * @param argument the index of the key's argument, the receiver counted
 */
record KeyPolicy(int argument, boolean isUuid) implements Policy {

  @Override
  public Stage around(Stage next) {
    return call -> {
      Scope outer = Scopes.enter(Scopes.current().withKey(key(call)));
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return call -> {
      Context context = Context.capture();
      CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
      context
          .carry(context.scope().withKey(key(call)), () -> Futures.follow(outcome, next.call(call)))
          .run();
      return outcome;
    };
  }

  /** Observing changes nothing, not even a null. */
  @Override
  public Observer observer() {
    return call -> (result, failure) -> {};
  }

  private String key(Call call) {
    Object given = call.arguments()[argument];
    if (given != null) {
      return given.toString();
    }
    Scope scope = Scopes.current();
    String derived = scope.held() == null ? null : scope.outgoingKey();
    String made = derived == null ? UUID.randomUUID().toString() : derived;
    call.arguments()[argument] = isUuid ? UUID.fromString(made) : made;
    return made;
  }
}
