package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * The outermost stage of a method whose calls are guarded at a proxy: such a call goes straight to
 * the body, and every other one, a self-invocation for example, is guarded here.
 *
 * @param guard the method's guard
 */
record PassageStage(Guard guard, Stage body, Stage guarded) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    if (Passage.isUnderWay(guard, call.arguments()[0])) {
      Passage reached = Passage.arrive();
      try {
        return body.call(call);
      } finally {
        Passage.leave(reached);
      }
    }
    Forwarding forwarding = Forwarding.current();
    if (forwarding == null || !forwarding.covers(guard)) {
      return guarded.call(call);
    }
    Forwarding.set(null);
    try {
      return body.call(call);
    } finally {
      Forwarding.set(forwarding);
    }
  }
}
