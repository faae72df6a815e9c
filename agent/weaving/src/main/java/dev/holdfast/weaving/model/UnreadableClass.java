package dev.holdfast.weaving.model;

/** A class file that cannot be read; the message says which and why, ready to be shown. */
public abstract sealed class UnreadableClass extends RuntimeException
    permits CorruptClass, UnknownClassVersion {

  private static final long serialVersionUID = 1L;

  private final String message;

  UnreadableClass(String message) {
    super(message);
    this.message = message;
  }

  UnreadableClass(String message, Throwable cause) {
    super(message, cause);
    this.message = message;
  }

  /** Which class cannot be read, and why. */
  public String message() {
    return message;
  }
}
