package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * A step around a method that returns a value. Stages return and throw; they do not wrap.
 * Implementations are records, so that the JIT folds a linked pipeline into one method.
 */
@FunctionalInterface
public interface Stage {

  /** Answers the call: by calling the next stage, once or more often, or without it. */
  @Nullable Object call(Call call) throws Throwable;
}
