package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Around the body of an override that calls {@code super}: notes that it is running. */
record OverrideStage(String owner, String method, Set<String> policies, Stage body)
    implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Object receiver = Objects.requireNonNull(call.arguments()[0]);
    Overriding outer = Overriding.innermost();
    Overriding.set(new Overriding(owner, method, receiver, policies));
    try {
      return body.call(call);
    } finally {
      Overriding.set(outer);
    }
  }
}
