package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outermost stage of a method that a guarded override calls by {@code super}: such a call is
 * guarded already and goes straight to the body.
 */
record SuperCallStage(String owner, String method, Set<String> policies, Stage body, Stage guarded)
    implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Overriding running = Overriding.innermost();
    if (running != null) {
      Object receiver = Objects.requireNonNull(call.arguments()[0]);
      if (running.covers(owner, method, receiver, policies)) {
        return body.call(call);
      }
    }
    return guarded.call(call);
  }
}
