package dev.holdfast.core.carrier;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's context: made current until the scope is closed.
 *
 * @param current {@code Context.current()}
 * @param makeCurrent of a context, answers its scope
 */
record TraceSlot(Method current, Method makeCurrent) implements Slot {

  @Override
  public @Nullable Object get() throws ReflectiveOperationException {
    return current.invoke(null);
  }

  @Override
  public Undo put(@Nullable Object context) throws ReflectiveOperationException {
    Object scope = makeCurrent.invoke(context);
    return () -> makeCurrent.getReturnType().getMethod("close").invoke(scope);
  }
}
