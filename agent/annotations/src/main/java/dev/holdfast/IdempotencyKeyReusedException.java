package dev.holdfast;

import java.time.Duration;

/** The key was used before with other arguments; nothing ran. */
public class IdempotencyKeyReusedException extends CallRefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * A key that belongs to another call.
   *
   * @param name the method that was called
   * @param message what was refused, and why
   * @param retryAfter when a new call may be worth it; null or negative: not known
   * @param cause the last failure of the call; null: none
   */
  public IdempotencyKeyReusedException(
      String name, String message, Duration retryAfter, Throwable cause) {
    super("idempotent", name, message, retryAfter, cause);
  }
}
