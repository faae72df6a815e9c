package dev.holdfast.core.call;

import org.jspecify.annotations.Nullable;

/**
 * The scope of the calling thread.
 *
 * <p>A thread-local look-up costs as much as a whole guarded call on its success path. So nothing
 * is looked up until the first time that there is something to know: policies that always set a
 * scope call {@link #track()} when they are bound, a retry before its first second attempt. The
 * flag is plain: a thread sees its own write, and nobody else's matters to it.
 */
public final class Scopes {

  private static final ThreadLocal<ThreadState> STATES = ThreadLocal.withInitial(ThreadState::new);

  private static boolean isTracked;

  private Scopes() {}

  /** From now on calls note that they are in progress. */
  public static void track() {
    isTracked = true;
  }

  /** Whether any thread may be in a scope worth knowing. */
  public static boolean isTracked() {
    return isTracked;
  }

  /** The innermost scope of the calling thread. */
  public static Scope current() {
    return isTracked ? state().scope : Scope.NONE;
  }

  /**
   * A guarded call begins on this thread; only asked for while {@link #isTracked()}. The outermost
   * one forgets what the last one left; one further in is at its own first attempt.
   *
   * @return the scope around, for {@link #end}
   */
  public static Scope begin() {
    ThreadState state = state();
    Scope outer = state.scope;
    if (state.depth++ == 0) {
      state.degradation = state.degradation.next();
      state.exhausted = null;
    }
    state.scope = outer.withAttempt(1);
    return outer;
  }

  /** The guarded call that began by {@link #begin} has ended. */
  public static void end(Scope outer) {
    ThreadState state = state();
    state.depth--;
    state.scope = outer;
  }

  /**
   * Enters a scope.
   *
   * @return the scope to {@link #leave} to
   */
  public static Scope enter(Scope scope) {
    isTracked = true;
    ThreadState state = state();
    Scope outer = state.scope;
    state.scope = scope;
    return outer;
  }

  /** Leaves the innermost scope for the one that {@link #enter} answered. */
  public static void leave(Scope outer) {
    state().scope = outer;
  }

  /** Something inside the outermost call of this thread was answered by a substitute. */
  public static void degrade() {
    isTracked = true;
    state().degradation.happen();
  }

  /** Whether the thread's last outermost guarded call, or anything inside it, was substituted. */
  public static boolean isDegraded() {
    return isTracked && state().degradation.hasHappened();
  }

  /** A guarded call on this thread ran out of attempts on this failure. */
  public static void exhaust(Throwable failure) {
    isTracked = true;
    state().exhausted = failure;
  }

  /**
   * Whether a guarded call further in already ran out of attempts on this failure, or on a cause of
   * it.
   */
  public static boolean isExhausted(Throwable failure) {
    if (!isTracked) {
      return false;
    }
    Throwable exhausted = state().exhausted;
    return exhausted != null && Causes.contains(failure, exhausted);
  }

  /**
   * A part of a call goes on here that began on another thread.
   *
   * @return the thread's own, for {@link #depart}
   */
  static Degradation arrive(Degradation degradation) {
    isTracked = true;
    ThreadState state = state();
    Degradation own = state.degradation;
    if (state.depth++ == 0) {
      state.exhausted = null;
    }
    state.degradation = degradation;
    return own;
  }

  /** The part that began by {@link #arrive} has ended. */
  static void depart(Degradation own) {
    ThreadState state = state();
    state.depth--;
    state.degradation = own;
  }

  static ThreadState state() {
    return STATES.get();
  }

  /** Sets the exhausted failure of this thread; for calls that moved here from another one. */
  static void exhausted(@Nullable Throwable failure) {
    state().exhausted = failure;
  }
}
