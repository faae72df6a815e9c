package dev.holdfast.weaving.model;

/** Bytes that are no class file, or a broken one. */
public final class CorruptClass extends UnreadableClass {

  private static final long serialVersionUID = 1L;

  CorruptClass(int length) {
    super(message(length));
  }

  CorruptClass(int length, Throwable cause) {
    super(message(length), cause);
  }

  private static String message(int length) {
    return "class file: "
        + length
        + " bytes that do not parse (expected: a class file of Java 1 or newer)."
        + " The class is left as it is; compile it again or fetch its jar again.";
  }
}
