package dev.holdfast;

import java.time.Duration;

/** An {@link Idempotent} method that requires a key was called without one; nothing ran. */
public class IdempotencyKeyMissingException extends CallRefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * A call without a key.
   *
   * @param name the method that was called
   * @param message what was refused, and why
   * @param retryAfter when a new call may be worth it; null or negative: not known
   * @param cause the last failure of the call; null: none
   */
  public IdempotencyKeyMissingException(
      String name, String message, Duration retryAfter, Throwable cause) {
    super("idempotent", name, message, retryAfter, cause);
  }
}
