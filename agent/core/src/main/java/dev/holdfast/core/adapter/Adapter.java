package dev.holdfast.core.adapter;

import java.lang.invoke.MethodHandle;

/**
 * Stands in the place of one method of a library. Compiled against the library; each application
 * that brings the library has its own instance, made when the method is first called, with a public
 * constructor that takes a {@link Host}. It is held by the method's class and goes with it.
 */
public interface Adapter {

  /**
   * What is called in place of the method.
   *
   * @param body the method as it was, the receiver first unless it is static
   * @return of the type of {@code body}
   * @throws ReflectiveOperationException if the library is not as the adapter knows it; the method
   *     stays as it was
   */
  MethodHandle adapt(MethodHandle body) throws ReflectiveOperationException;
}
