package dev.holdfast;

import java.time.Duration;

/**
 * An earlier call with the same key may or may not have taken effect, and {@link
 * Idempotent.OnUnknown#FAIL} forbids to run it again; or it did, but its result could not be
 * stored.
 */
public class OutcomeUnknownException extends CallRefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * A call whose predecessor ended unseen.
   *
   * @param name the method that was called
   * @param message what was refused, and why
   * @param retryAfter when a new call may be worth it; null or negative: not known
   * @param cause the last failure of the call; null: none
   */
  public OutcomeUnknownException(
      String name, String message, Duration retryAfter, Throwable cause) {
    super("idempotent", name, message, retryAfter, cause);
  }
}
