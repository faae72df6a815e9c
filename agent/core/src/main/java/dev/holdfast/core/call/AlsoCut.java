package dev.holdfast.core.call;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something besides the thread that a cut ends.
 *
 * @param target held weakly
 * @param task ends it
 */
record AlsoCut(WeakReference<Object> target, Consumer<Object> task) {

  @SuppressWarnings("unchecked") // the task gets this target and no other
  static <T> AlsoCut of(T target, Consumer<? super T> task) {
    return new AlsoCut(new WeakReference<>(target), (Consumer<Object>) task);
  }

  void cut() {
    Object alive = target.get();
    if (alive != null) {
      task.accept(alive);
    }
  }

  private boolean isGone() {
    return target.refersTo(null);
  }

  /** All of one cut. A call may send any number of requests, so those that are gone are dropped. */
  static final class All {

    private static final int FEW = 8;

    private final List<AlsoCut> list = new ArrayList<>(0);
    private int most = FEW;

    void add(AlsoCut also) {
      if (list.size() >= most) {
        list.removeIf(AlsoCut::isGone);
        most = Math.max(FEW, 2 * list.size());
      }
      list.add(also);
    }

    void forEach(Consumer<AlsoCut> action) {
      list.forEach(action);
    }
  }
}
