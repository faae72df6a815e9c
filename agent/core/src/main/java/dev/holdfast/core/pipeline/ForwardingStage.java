package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Around the handler of a JDK proxy: notes what it forwards. */
record ForwardingStage(Forwarding forwarding, Stage body) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Forwarding outer = Forwarding.current();
    Forwarding.set(forwarding);
    try {
      return body.call(call);
    } finally {
      Forwarding.set(outer);
    }
  }
}
