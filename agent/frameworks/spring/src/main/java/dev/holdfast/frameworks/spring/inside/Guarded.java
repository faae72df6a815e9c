package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.pipeline.Entrance;
import dev.holdfast.core.pipeline.Passage;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/**
 * The mark on an invocation that was guarded on its way: it goes with the invocation, to other
 * threads too. What stands further out may send the invocation this way several times; each time is
 * guarded by itself, and marked anew.
 *
 * @param thread where the attempt began
 * @param around of the transaction in which the last attempt began; null if there was none
 * @param apart whether the last attempt's body was in another transaction than that
 * @param undone whether the last attempt's transaction is rolled back although the body returned
 * @param ended whether the guarded call has its outcome
 */
record Guarded(
    Entrance entrance,
    Passage passage,
    Thread thread,
    AtomicReference<@Nullable TransactionEnd> around,
    AtomicBoolean apart,
    AtomicBoolean undone,
    AtomicBoolean ended) {

  private static final String KEY = "dev.holdfast.guarded";

  /** Marks an invocation and all clones of it. */
  static Guarded mark(ProxyMethodInvocation invocation, Entrance entrance, Object target) {
    Guarded mark =
        new Guarded(
            entrance,
            new Passage(entrance.guard(), target),
            Thread.currentThread(),
            new AtomicReference<>(),
            new AtomicBoolean(),
            new AtomicBoolean(),
            new AtomicBoolean());
    invocation.setUserAttribute(KEY, mark);
    return mark;
  }

  /** The mark of an invocation, the last one. */
  static @Nullable Guarded of(ProxyMethodInvocation invocation) {
    return (Guarded) invocation.getUserAttribute(KEY);
  }

  /** An attempt begins here, and nothing is known of it. */
  void begin() {
    around.set(SpringTransaction.around());
    apart.set(false);
  }

  /**
   * The attempt has reached the body: managers that have nothing to do with the transaction around
   * begin one of their own, whatever the propagation.
   */
  void reach() {
    TransactionEnd outer = around.get();
    apart.set(outer != null && !SpringTransaction.isIn(outer));
  }

  /**
   * The guarded call has come to an end, or does so when the future does that it has returned.
   *
   * @param returned null if it threw
   */
  void end(@Nullable Object returned) {
    if (entrance.isAsync() && returned instanceof CompletionStage<?> future) {
      future.whenComplete((result, failure) -> ended.set(true));
    } else {
      ended.set(true);
    }
  }

  /**
   * Whether the body is still inside of the guard's attempt. One without a future that is run by
   * another thread is not: the attempt has returned.
   */
  boolean holdsHere() {
    return entrance.isAsync() || Thread.currentThread() == thread;
  }
}
