package dev.holdfast.weaving.model;

/** A class file that cannot be read; the message says which and why, ready to be shown. */
public abstract sealed class UnreadableClass extends RuntimeException
    permits CorruptClass, UnknownClassVersion {

  private static final long serialVersionUID = 1L;

  UnreadableClass(String message) {
    super(message);
  }

  UnreadableClass(String message, Throwable cause) {
    super(message, cause);
  }
}
