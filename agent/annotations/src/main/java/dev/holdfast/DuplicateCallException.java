package dev.holdfast;

import java.time.Duration;

/** A call with the same key is in flight: it is not waited for, or was for too long. */
public class DuplicateCallException extends CallRefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * A call beside another one with the same key.
   *
   * @param name the method that was called
   * @param message what was refused, and why
   * @param retryAfter when a new call may be worth it; null or negative: not known
   * @param cause the last failure of the call; null: none
   */
  public DuplicateCallException(String name, String message, Duration retryAfter, Throwable cause) {
    super("idempotent", name, message, retryAfter, cause);
  }
}
