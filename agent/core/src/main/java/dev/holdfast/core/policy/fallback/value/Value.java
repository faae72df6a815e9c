package dev.holdfast.core.policy.fallback.value;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes an answer that needs nothing of the call; the same object each time if it is immutable. */
@FunctionalInterface
public interface Value {

  /**
   * The answer.
   *
   * @throws Throwable what the application's code threw that makes it
   */
  @Nullable Object make() throws Throwable;

  /** Whether it is made at once and without any code of the application. */
  default boolean isPrompt() {
    return false;
  }

  /** A value that the platform or the engine makes. */
  record Ready(Supplier<? extends @Nullable Object> maker) implements Value {

    @Override
    public @Nullable Object make() {
      return maker.get();
    }

    @Override
    public boolean isPrompt() {
      return true;
    }
  }

  /** A future that has completed already; each time another one, because futures can be changed. */
  record Completed(Value outcome) implements Value {

    @Override
    public Object make() throws Throwable {
      return CompletableFuture.completedFuture(outcome.make());
    }

    @Override
    public boolean isPrompt() {
      return outcome.isPrompt();
    }
  }
}
