package dev.holdfast;

/**
 * An attempt ran longer than {@link Retry#attemptTimeout()} and was cut. No refusal: it is retried
 * unless {@link Retry#not()} lists it. Whether the attempt took effect is not known.
 */
public class AttemptTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An attempt that was cut.
   *
   * @param message which method, and after how long
   * @param cause what the cut body threw; null: nothing
   */
  public AttemptTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
