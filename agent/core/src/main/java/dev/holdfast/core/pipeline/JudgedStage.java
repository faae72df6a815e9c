package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Around a body whose result is kept with its transaction, before anybody further out can say that
 * it is none: asks them now.
 */
record JudgedStage(Stage body, List<Policy> judges) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    Object result = body.call(call);
    for (Policy judge : judges) {
      if (judge.rejects(call, result)) {
        call.reject();
      }
    }
    return result;
  }
}
