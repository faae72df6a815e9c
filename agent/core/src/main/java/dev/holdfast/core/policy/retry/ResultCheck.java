package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.Call;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** The application's own judgement of a result: the method that {@code onResult} names. */
@FunctionalInterface
interface ResultCheck {

  /** Nobody judges. */
  ResultCheck NONE = (call, result) -> false;

  /**
   * Whether the result is taken for a failure.
   *
   * @throws Throwable what the application's method throws: it ends the call
   */
  boolean rejects(Call call, @Nullable Object result) throws Throwable;

  /**
   * A static method.
   *
   * @param method of type {@code (Object)boolean}
   */
  record OfClass(MethodHandle method) implements ResultCheck {

    @Override
    public boolean rejects(Call call, @Nullable Object result) throws Throwable {
      try {
        return (boolean) method.invokeExact(result);
      } catch (Throwable failure) {
        throw call.threw(failure);
      }
    }
  }

  /**
   * A method of the target object itself.
   *
   * @param method of type {@code (Object,Object)boolean}, the target first
   */
  record OfTarget(MethodHandle method) implements ResultCheck {

    @Override
    public boolean rejects(Call call, @Nullable Object result) throws Throwable {
      try {
        return (boolean) method.invokeExact(call.arguments()[0], result);
      } catch (Throwable failure) {
        throw call.threw(failure);
      }
    }
  }
}
