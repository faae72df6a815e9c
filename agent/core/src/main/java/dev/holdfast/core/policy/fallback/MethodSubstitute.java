package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Causes;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers by a method of the application: the overload that takes the closest type of failure, else
 * the one that takes none. Failures that others only carry are looked through, unless an overload
 * takes exactly the carrier.
 */
record MethodSubstitute(List<Overload> overloads) implements Substitute {

  /**
   * One of the methods.
   *
   * @param failure the type of failure that it takes; null if it takes none
   * @param handle of type {@code (Object[],Throwable)Object}: the arguments of the call, receiver
   *     first unless the guarded method is static
   */
  record Overload(@Nullable Class<?> failure, MethodHandle handle) {

    @Nullable Object call(Call call, Throwable thrown) throws Throwable {
      return (Object) handle.invokeExact(call.arguments(), thrown);
    }
  }

  MethodSubstitute {
    overloads = List.copyOf(overloads);
  }

  @Override
  public boolean takes(Throwable failure) {
    return taking(failure.getClass()) != null || closest(Causes.unwrap(failure)) != null;
  }

  @Override
  public @Nullable Object answer(Call call, Throwable failure) throws Throwable {
    Overload exact = taking(failure.getClass());
    if (exact != null) {
      return exact.call(call, failure);
    }
    Throwable raw = Causes.unwrap(failure);
    Overload closest = closest(raw);
    if (closest == null) {
      throw failure;
    }
    return closest.call(call, raw);
  }

  private @Nullable Overload closest(Throwable failure) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      Overload overload = taking(type);
      if (overload != null) {
        return overload;
      }
    }
    return taking(null);
  }

  private @Nullable Overload taking(@Nullable Class<?> failure) {
    for (Overload overload : overloads) {
      if (overload.failure == failure) {
        return overload;
      }
    }
    return null;
  }
}
