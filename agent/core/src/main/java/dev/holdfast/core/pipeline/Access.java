package dev.holdfast.core.pipeline;

import java.lang.invoke.MethodHandles.Lookup;

/** Reaches into classes of the application, private members and named modules included. */
@FunctionalInterface
public interface Access {

  /**
   * A lookup with all rights in that class.
   *
   * @throws IllegalAccessException when its module cannot be opened (the JDK's own)
   */
  Lookup in(Class<?> type) throws IllegalAccessException;
}
