package dev.holdfast.core.call;

import dev.holdfast.AttemptTimeoutException;
import dev.holdfast.CallRefusedException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One logical call of a guarded method, from its entry to its answer, whatever the number of
 * attempts.
 *
 * <p>Not thread-safe by itself: attempts follow one another, and whoever moves the call to another
 * thread publishes it safely.
 */
public final class Call {

  private final @Nullable Object[] arguments;
  private final @Nullable Detour detour;
  private @Nullable Replay replay;
  private boolean hasBegun;
  private boolean hasReturned;
  private @Nullable Object returned;
  private @Nullable Throwable thrown;

  /** Written seldom, and read by a caller that a body on another thread keeps waiting. */
  private volatile @Nullable Throwable failureBefore;

  private volatile @Nullable Consumer<? super Throwable> toldOfAbandonment;
  private volatile @Nullable Throwable abandonment;

  private boolean isHandedOver;
  private boolean isAmbiguous;
  private boolean isRejected;
  private boolean isClearOnly;
  private boolean isKeyless;
  private @Nullable CarriedKey derivedKey;
  private boolean isLimited;
  private long endsAtNanos;

  /**
   * Begins a call.
   *
   * @param arguments the receiver first unless the method is static, primitives boxed; the array is
   *     taken over, not copied
   */
  public Call(@Nullable Object[] arguments) {
    this(arguments, null, null);
  }

  /** Begins a call whose first attempt was made already. */
  public Call(@Nullable Object[] arguments, Replay replay) {
    this(arguments, replay, null);
  }

  /** Begins a call that came through a proxy, and goes on through it. */
  public Call(@Nullable Object[] arguments, Detour detour) {
    this(arguments, null, detour);
  }

  private Call(@Nullable Object[] arguments, @Nullable Replay replay, @Nullable Detour detour) {
    this.arguments = arguments;
    this.replay = replay;
    this.detour = detour;
  }

  /** How the call goes on if it came through a proxy. */
  public @Nullable Detour detour() {
    return detour;
  }

  /**
   * Whether what the call does is no part of a transaction around it. Known for certain only of the
   * last attempt: before the first one it is what the proxy seems to do.
   */
  public boolean isApart() {
    return detour != null && !detour.joinsOuterTransaction();
  }

  /** The first attempt, if it was made before the stages were entered and is not replayed yet. */
  public @Nullable Replay replay() {
    return replay;
  }

  /** What the first attempt threw, if it was made already; from then on it is replayed. */
  public @Nullable Throwable replayed() {
    Replay made = replay;
    replay = null;
    return made == null ? null : made.failure();
  }

  /**
   * This call for another thread to go on with, while this thread may give up on it. What comes of
   * it is not known here until {@link #takeBack}.
   */
  public Call handOver() {
    Call other = new Call(arguments, null, detour);
    other.takeBack(this);
    other.isHandedOver = true;
    return other;
  }

  /** Whether this is what another thread goes on with by {@link #handOver}. */
  public boolean isHandedOver() {
    return isHandedOver;
  }

  /** The other thread is done: what came of the call there is what came of it. */
  public void takeBack(Call other) {
    replay = other.replay;
    hasBegun = other.hasBegun;
    hasReturned = other.hasReturned;
    returned = other.returned;
    thrown = other.thrown;
    failureBefore = other.failureBefore;
    isAmbiguous = other.isAmbiguous;
    isRejected = other.isRejected;
    isClearOnly = other.isClearOnly;
    isLimited = other.isLimited;
    endsAtNanos = other.endsAtNanos;
    isKeyless = other.isKeyless;
    derivedKey = other.derivedKey;
  }

  /**
   * Has one listener, the last that asked, told if the call's caller gives up on it; at once, and
   * perhaps twice, if that has happened. Any thread may tell it; it must not block.
   */
  public void whenAbandoned(Consumer<? super Throwable> told) {
    toldOfAbandonment = told;
    Throwable before = abandonment;
    if (before != null) {
      told.accept(before);
    }
  }

  /** The call's caller gets this, however the body, which may run still, ends. */
  public void abandon(Throwable failure) {
    abandonment = failure;
    Consumer<? super Throwable> told = toldOfAbandonment;
    if (told != null) {
      told.accept(failure);
    }
  }

  /**
   * The receiver first unless the method is static. Owned by the call: a policy may replace one.
   */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /** Whether the body has been called at least once. */
  public boolean hasBegun() {
    return hasBegun;
  }

  /** The body is about to be called. */
  public void begin() {
    hasBegun = true;
  }

  /**
   * Notes that the application's own code (the body, a predicate, a fallback) threw this, and
   * returns it. What leaves a pipeline and was not noted, and is no refusal, is the engine's own
   * fault.
   */
  public Throwable threw(Throwable failure) {
    thrown = failure;
    hasReturned = false;
    return failure;
  }

  /**
   * Whether a failure is the engine's own fault: neither noted as the application's by {@link
   * #threw}, nor a refusal.
   */
  public boolean isFault(Throwable failure) {
    if (failure == thrown
        || failure instanceof CallRefusedException
        || failure instanceof AttemptTimeoutException) {
      return false;
    }
    return failure instanceof RuntimeException || failure instanceof LinkageError;
  }

  /** Notes what the body returned last, and returns it. */
  public @Nullable Object returned(@Nullable Object result) {
    hasReturned = true;
    isRejected = false;
    returned = result;
    thrown = null;
    return result;
  }

  /** Whether the body's last attempt returned. */
  public boolean hasReturned() {
    return hasReturned;
  }

  /** What the body returned last. */
  public @Nullable Object returned() {
    return returned;
  }

  /** What the application's code threw last. */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /** Another attempt follows this failure. */
  public void repeatAfter(Throwable failure) {
    failureBefore = failure;
  }

  /**
   * The failure of the last attempt that another one followed: the cause of what ends the call from
   * outside, a deadline or a refusal. Null in the first attempt.
   */
  public @Nullable Throwable failureBefore() {
    return failureBefore;
  }

  /** An attempt failed, or was rejected, in a way after which the effect may have happened. */
  public void noteAmbiguity() {
    isAmbiguous = true;
  }

  /** Whether an attempt before the last outcome was {@link #noteAmbiguity ambiguous}. */
  public boolean isAmbiguous() {
    return isAmbiguous;
  }

  /** The result that the call ends with was taken for a failure: it must not be kept. */
  public void reject() {
    isRejected = true;
  }

  /** Whether the result that the call ends with was {@link #reject rejected}. */
  public boolean isRejected() {
    return isRejected;
  }

  /** From now on no attempt may follow one after which the effect may have happened. */
  public void forbidAmbiguousRepeats() {
    isClearOnly = true;
  }

  /** Whether an attempt may follow one after which the effect may have happened. */
  public boolean mayRepeatAmbiguous() {
    return !isClearOnly;
  }

  /**
   * The call is made once under a key; what is generated for it is not random, but that as others
   * may see it.
   */
  public void deriveKeysFrom(CarriedKey key) {
    derivedKey = key;
  }

  /** Whether the call is made once under a key. */
  public boolean isKeyed() {
    return derivedKey != null;
  }

  /** What a key that is generated for the call has to be; null if it may be any. */
  public @Nullable String derivedKey() {
    return derivedKey == null ? null : derivedKey.outgoing();
  }

  /** The call has no key although it has a place for one: none is generated. */
  public void forgoKey() {
    isKeyless = true;
  }

  /** Whether a key may be generated for the call. */
  public boolean mayGenerateKey() {
    return !isKeyless;
  }

  /** No attempt of this call may still run at that moment on the monotonic clock. */
  public void endBy(long nanos) {
    isLimited = true;
    endsAtNanos = nanos;
  }

  /** Nanoseconds left until {@link #endBy}; {@link Long#MAX_VALUE} if nobody has set it. */
  public long leftNanos(long nowNanos) {
    return isLimited ? endsAtNanos - nowNanos : Long.MAX_VALUE;
  }
}
