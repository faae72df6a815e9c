package dev.holdfast;

import java.time.Duration;
import java.util.Objects;

/**
 * A guard refused a call, or gave up on it. Its subclasses say why.
 *
 * <p>Never retried, unless {@link Retry#on()} lists exactly the thrown type: trying again at once
 * only hurts.
 */
public class CallRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String policy;
  private final String name;
  private final Duration retryAfter;

  /** The last failure of the call that was refused in the end; null until that is known. */
  private Throwable lastFailure;

  /**
   * A refusal by any policy.
   *
   * @param policy the kind of guard, in kebab case as in configuration keys
   * @param name the breaker's name, or the method that was called
   * @param message what was refused, and why
   * @param retryAfter when a new call may be worth it; null or negative: not known
   * @param cause the last failure of the call; null: none
   */
  public CallRefusedException(
      String policy, String name, String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.policy = Objects.requireNonNull(policy, "policy");
    this.name = Objects.requireNonNull(name, "name");
    this.retryAfter = orZero(retryAfter);
  }

  /** A refusal without a stack trace: filling one in costs more than everything else. */
  CallRefusedException(
      String policy,
      String name,
      String message,
      Duration retryAfter,
      Throwable cause,
      boolean writableStackTrace) {
    super(message, cause, /* enableSuppression= */ true, writableStackTrace);
    this.policy = Objects.requireNonNull(policy, "policy");
    this.name = Objects.requireNonNull(name, "name");
    this.retryAfter = orZero(retryAfter);
  }

  /** The kind of guard that refused, as in configuration keys: {@code circuit-breaker}. */
  public String policy() {
    return policy;
  }

  /** The breaker's name, or the method that was called. */
  public String name() {
    return name;
  }

  /** When a new call may be worth it, counted from the refusal; zero: not known. Never null. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * The last failure of the call before it was refused; where there was none, what the guard itself
   * knows of: the last failure that a breaker saw, what a cut method threw. Null: nothing.
   */
  @Override
  public synchronized Throwable getCause() {
    return lastFailure == null ? super.getCause() : lastFailure;
  }

  /**
   * Replaces the cause, once: a guard further out knows the call's last failure.
   *
   * @throws IllegalStateException if it was replaced before
   * @throws IllegalArgumentException if the cause is this refusal itself
   */
  @Override
  public synchronized Throwable initCause(Throwable cause) {
    if (lastFailure != null) {
      throw new IllegalStateException("the cause of this refusal was replaced before", this);
    }
    if (cause == this) {
      throw new IllegalArgumentException("cause: this refusal itself (expected: another failure)");
    }
    lastFailure = cause;
    return this;
  }

  private static Duration orZero(Duration duration) {
    return duration == null || duration.isNegative() ? Duration.ZERO : duration;
  }
}
