package dev.holdfast;

import java.time.Duration;

/** The call's {@link Deadline} passed. Whether its last attempt took effect is not known. */
public class DeadlineExceededException extends CallRefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * A call that ran out of time.
   *
   * @param name the method that was called
   * @param message what was refused, and why
   * @param retryAfter when a new call may be worth it; null or negative: not known
   * @param cause the last failure of the call; null: none
   */
  public DeadlineExceededException(
      String name, String message, Duration retryAfter, Throwable cause) {
    super("deadline", name, message, retryAfter, cause);
  }
}
