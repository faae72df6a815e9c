package dev.holdfast.core.adapter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** An adapter's own method in the place of a library's. */
public final class Replacement {

  private Replacement() {}

  /**
   * What calls a method of the adapter, which gets the library's method as a handle of that type,
   * and after it what that was called with.
   *
   * @param lookup of the adapter's class
   * @param name of the adapter's method
   * @param type of the library's method as the adapter sees it, the receiver first
   * @param body the library's method
   * @throws ReflectiveOperationException if the adapter has no such method
   */
  public static MethodHandle of(
      Lookup lookup, Adapter adapter, String name, MethodType type, MethodHandle body)
      throws ReflectiveOperationException {
    MethodHandle method =
        lookup.findVirtual(
            lookup.lookupClass(), name, type.insertParameterTypes(0, MethodHandle.class));
    return MethodHandles.insertArguments(method, 0, adapter, body.asType(type));
  }
}
