package dev.holdfast.core.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A call on its way from a proxy, where it was guarded, to its target: the target's own guard lets
 * it pass. Kept for methods only that are called so.
 *
 * @param guard the guard that stands around it already
 * @param target the object it is for, by identity; {@link #WHOEVER} where the proxy does not know
 */
public record Passage(Object guard, Object target) {

  /** The next one to be reached. */
  public static final Object WHOEVER = new Object();

  private static final ThreadLocal<@Nullable Passage> CURRENT = new ThreadLocal<>();

  /**
   * From here on the calling thread is on its way.
   *
   * @return what it was on before, for {@link #leave}
   */
  public static @Nullable Passage enter(Passage passage) {
    Passage outer = CURRENT.get();
    CURRENT.set(passage);
    return outer;
  }

  /** The way that began by {@link #enter} has ended. */
  public static void leave(@Nullable Passage outer) {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** Whether the calling thread is on its way to that target through that guard. */
  public static boolean isUnderWay(Object guard, @Nullable Object target) {
    Passage current = CURRENT.get();
    return current != null
        && current.guard == guard
        && (current.target == target || current.target == WHOEVER);
  }

  /** The target is reached: what it calls from now on is not part of the way. */
  static @Nullable Passage arrive() {
    Passage reached = CURRENT.get();
    CURRENT.remove();
    return reached;
  }
}
