package dev.holdfast;

import java.time.Duration;

/** The store of an {@link Idempotent} method could not be reached; nothing ran. */
public class StoreUnavailableException extends CallRefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * A call that could not be looked up.
   *
   * @param name the method that was called
   * @param message what was refused, and why
   * @param retryAfter when a new call may be worth it; null or negative: not known
   * @param cause the last failure of the call; null: none
   */
  public StoreUnavailableException(
      String name, String message, Duration retryAfter, Throwable cause) {
    super("idempotent", name, message, retryAfter, cause);
  }
}
