package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.pipeline.Entrance;
import dev.holdfast.core.pipeline.Passage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/**
 * The mark on an invocation that was guarded on its way: it goes with the invocation, to other
 * threads too.
 *
 * @param thread where the attempt began
 * @param undone whether the last attempt's transaction is rolled back although the body returned
 */
record Guarded(Entrance entrance, Passage passage, Thread thread, AtomicBoolean undone) {

  private static final String KEY = "dev.holdfast.guarded";

  /** Marks an invocation and all clones of it. */
  static void mark(ProxyMethodInvocation invocation, Entrance entrance, Object target) {
    invocation.setUserAttribute(
        KEY,
        new Guarded(
            entrance,
            new Passage(entrance.guard(), target),
            Thread.currentThread(),
            new AtomicBoolean()));
  }

  /** The mark of an invocation. */
  static @Nullable Guarded of(ProxyMethodInvocation invocation) {
    return (Guarded) invocation.getUserAttribute(KEY);
  }

  /**
   * Whether the body is still inside of the guard's attempt. One without a future that is run by
   * another thread is not: the attempt has returned.
   */
  boolean holdsHere() {
    return entrance.isAsync() || Thread.currentThread() == thread;
  }
}
