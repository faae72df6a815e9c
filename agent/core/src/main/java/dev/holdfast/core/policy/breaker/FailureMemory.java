package dev.holdfast.core.policy.breaker;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last failure of each breaker as one class loader's guards saw it.
 *
 * <p>A failure reaches the classes of its stack trace, and so their loaders. A breaker that is
 * shared by the whole JVM therefore knows it only weakly, as long as the memory that saw it holds
 * it; the memory belongs to the loader and goes with it. Softly, because a guard in a parent loader
 * may see failures that come through the classes of a child.
 */
final class FailureMemory {

  private final Map<Breaker, SoftReference<Throwable>> failures = new ConcurrentHashMap<>();
  private final int most;

  /**
   * @param most how many breakers' failures to keep; when there are more, all are forgotten
   */
  FailureMemory(int most) {
    this.most = most;
  }

  void remember(Breaker breaker, Throwable failure) {
    SoftReference<Throwable> last = new SoftReference<>(failure);
    if (failures.put(breaker, last) == null && failures.size() > most) {
      failures.clear();
    }
    breaker.failed(new WeakReference<>(last));
  }
}
