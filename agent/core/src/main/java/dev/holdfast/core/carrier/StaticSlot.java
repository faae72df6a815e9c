package dev.holdfast.core.carrier;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A slot behind static methods of a library's class.
 *
 * @param getter answers what there is
 * @param setter takes what the getter answered
 * @param clear is called before the setter, and instead of it where there was nothing
 */
record StaticSlot(Method getter, Method setter, @Nullable Method clear) implements Slot {

  @Override
  public @Nullable Object get() throws ReflectiveOperationException {
    return getter.invoke(null);
  }

  @Override
  public Undo put(@Nullable Object value) throws ReflectiveOperationException {
    Object before = get();
    change(value);
    return () -> change(before);
  }

  private void change(@Nullable Object value) throws ReflectiveOperationException {
    if (clear != null) {
      clear.invoke(null);
    }
    if (clear == null || value != null) {
      setter.invoke(null, value);
    }
  }
}
