package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * Around the body where an application has a copy of our exceptions: policies know those that
 * nested guards threw.
 */
record InsideStage(OwnCopy copy, Stage body) implements Stage {

  @Override
  public @Nullable Object call(Call call) throws Throwable {
    try {
      return body.call(call);
    } catch (Throwable failure) {
      throw copy.inside(failure);
    }
  }
}
