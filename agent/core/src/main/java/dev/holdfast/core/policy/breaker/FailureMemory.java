package dev.holdfast.core.policy.breaker;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last failure of each breaker as one class loader's guards saw it.
 *
 * <p>A failure reaches the classes of its stack trace, and so their loaders. A breaker that is
 * shared by the whole JVM therefore knows only, and weakly, the memory that saw its last failure;
 * the memory belongs to the loader and goes with it. Softly, because a guard in a parent loader may
 * see failures that come through the classes of a child.
 */
final class FailureMemory {

  private final WeakReference<FailureMemory> self = new WeakReference<>(this);
  private final Map<Breaker, SoftReference<Throwable>> failures = new ConcurrentHashMap<>();
  private final int most;

  /**
   * @param most how many breakers' failures to keep; when there are more, all are forgotten
   */
  FailureMemory(int most) {
    this.most = most;
  }

  void remember(Breaker breaker, Throwable failure) {
    if (failures.put(breaker, new SoftReference<>(failure)) == null && failures.size() > most) {
      failures.clear();
    }
    breaker.failedAt(self);
  }

  /** The last failure that this memory saw of that breaker, or null. */
  @Nullable Throwable lastOf(Breaker breaker) {
    SoftReference<Throwable> failure = failures.get(breaker);
    return failure == null ? null : failure.get();
  }
}
