package dev.holdfast.core.call;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A key that a call in progress holds, and those that calls around it hold: what is called inside
 * with one of them is part of the same work and passes through.
 */
public final class HeldKey {

  private final Object identity;
  private final @Nullable HeldKey outer;
  private volatile boolean isReleased;

  /**
   * @param identity tells the key from all others, by {@code equals}
   * @param outer the keys held further out
   */
  public HeldKey(Object identity, @Nullable HeldKey outer) {
    this.identity = identity;
    this.outer = outer;
  }

  /** Whether that key is still held, by this call or one around it. */
  public boolean holds(Object wanted) {
    for (HeldKey held = this; held != null; held = held.outer) {
      if (!held.isReleased && held.identity.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Who is asked for, by this call or one around it, the nearest first; null if there is none.
   *
   * @param type of identities
   */
  public <T> @Nullable T nearest(Class<T> type, Predicate<T> isWanted) {
    for (HeldKey held = this; held != null; held = held.outer) {
      if (type.isInstance(held.identity)) {
        T found = type.cast(held.identity);
        if (isWanted.test(found)) {
          return found;
        }
      }
    }
    return null;
  }

  /** The call is over: what it left running on other threads is no part of it any more. */
  public void release() {
    isReleased = true;
  }
}
