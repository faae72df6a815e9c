package dev.holdfast.core.policy.idempotent.data;

/**
 * A value is not what its static type promised, or too large, or data is not that of a value.
 * Nothing failed: it cannot be stored, or read, faithfully.
 */
public final class Unstorable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason as a sentence without a full stop, without the value itself
   */
  public Unstorable(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /**
   * @param reason as a sentence without a full stop, without the value itself
   * @param cause what the application's own code threw
   */
  public Unstorable(String reason, Throwable cause) {
    super(reason, cause, false, false);
    this.reason = reason;
  }

  /** Why, as a part of a sentence. */
  public String reason() {
    return reason;
  }
}
