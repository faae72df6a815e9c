package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * What a call does in place of calling the method's body: it goes on through the proxy by which it
 * came, whose inner interceptors are run anew by each attempt.
 */
public interface Detour {

  /**
   * Makes one attempt.
   *
   * @param arguments of the call, the receiver first unless the method is static
   * @return what the proxy's inner interceptors returned
   * @throws Throwable what they threw, a failed commit included
   */
  @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable;

  /**
   * Whether the effects of an attempt are part of a transaction that was begun further out, if
   * there is one, and not of one of its own: those of the last attempt, if there was one.
   */
  boolean joinsOuterTransaction();

  /** Whether the last attempt returned, and what it did was rolled back all the same. */
  default boolean isUndone() {
    return false;
  }
}
