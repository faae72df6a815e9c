package dev.holdfast.core.call;

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

  private static boolean isRetired;

  private Scopes() {}

  /** From now on calls note that they are in progress. */
  public static void track() {
    isTracked = true;
  }

  /**
   * The engine goes. From now on the end of a thread's outermost call leaves nothing to the thread:
   * on the express way none of our frames tells that it is in one.
   */
  public static void retire() {
    isRetired = true;
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
      state.beginOutermost();
    }
    state.scope = outer.nested();
    return outer;
  }

  /** The guarded call that began by {@link #begin} has ended. */
  public static void end(Scope outer) {
    ThreadState state = state();
    state.depth--;
    state.scope = outer;
    letGo(state);
  }

  /**
   * The same as {@link #begin}, for a call that begins outside of every scope worth knowing; such a
   * call leaves nothing to restore.
   *
   * @return false, and nothing began, where there is a scope around
   */
  public static boolean beginOutside() {
    ThreadState state = state();
    if (!state.scope.isNone()) {
      return false;
    }
    if (state.depth++ == 0) {
      state.beginOutermost();
    }
    return true;
  }

  /** The call that began by {@link #beginOutside} has ended. */
  public static void endOutside() {
    ThreadState state = state();
    state.depth--;
    letGo(state);
  }

  /**
   * A guarded call has ended during which {@link #isTracked() tracking} began. Calls inside that
   * were tracked took themselves for outermost; whatever was substituted on this thread so far was
   * inside of this call.
   */
  public static void endUntracked() {
    ThreadState state = state();
    if (state.depth == 0 && state.wasDegraded) {
      state.outermost.degrade();
    }
    letGo(state);
  }

  /** The depth is below 0 where what the thread had was taken from it during the call. */
  private static void letGo(ThreadState state) {
    if (isRetired && state.depth <= 0 && state.scope.isNone()) {
      STATES.remove();
    }
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

  /**
   * The calling thread begins to serve a request, and forgets what the last one left.
   *
   * @param scope of what is done for it; {@link Scope#NONE} where there is nothing to know, so that
   *     calls do not become slower by it
   * @return the scope to {@link #leave} to when it is served
   */
  public static Scope serve(ServedRequest request, Scope scope) {
    isTracked |= !scope.isNone();
    ThreadState state = state();
    state.served = request;
    if (state.depth == 0) {
      state.beginOutermost();
    }
    Scope outer = state.scope;
    state.scope = scope;
    return outer;
  }

  /** The request that the calling thread serves or served last; what belongs to one, too. */
  public static ServedRequest served() {
    return state().served;
  }

  /**
   * Whether the calling thread is in a guarded call, as far as calls were {@link #track tracked}.
   */
  public static boolean isInCall() {
    return isTracked && state().depth > 0;
  }

  /** Something inside the outermost call of this thread was answered by a substitute. */
  public static void degrade() {
    isTracked = true;
    state().outermost.degrade();
  }

  /** Whether the thread's last outermost guarded call, or anything inside it, was substituted. */
  public static boolean isDegraded() {
    return isTracked && state().outermost.isDegraded();
  }

  /**
   * A guarded call ran out of attempts on this failure, or on this response. Known to all parts of
   * the outermost call, on whatever thread; where the calling thread is not in it, tell its {@link
   * Context} instead.
   */
  public static void exhaust(Object outcome) {
    isTracked = true;
    state().outermost.exhaust(outcome);
  }

  /**
   * Whether a guarded call further in already ran out of attempts on this failure, on a cause of
   * it, or on this response.
   */
  public static boolean isExhausted(Object outcome) {
    return isTracked && state().outermost.isExhausted(outcome);
  }

  static ThreadState state() {
    return STATES.get();
  }

  /**
   * A part of a call goes on here that began on another thread.
   *
   * @return the thread's own state, for {@link #depart}
   */
  static ThreadState arrive(Scope scope, Outermost outermost, ServedRequest served) {
    isTracked = true;
    ThreadState own = state();
    STATES.set(own.inside(scope, outermost, served));
    return own;
  }

  /** The part that began by {@link #arrive} has ended. */
  static void depart(ThreadState own) {
    STATES.set(own);
    letGo(own);
  }
}
