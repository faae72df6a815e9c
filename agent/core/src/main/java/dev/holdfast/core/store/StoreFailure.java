package dev.holdfast.core.store;

/** A store could not be reached, or could not do what was asked. */
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what went wrong, without anything secret in it
   */
  public StoreFailure(String message) {
    super(message);
  }

  /**
   * @param message what went wrong, without anything secret in it
   * @param cause what the store's client said, without anything secret in it
   */
  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
