package dev.holdfast.console.remote;

/** A process cannot be asked. */
final class Unreachable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * @param sentence says why, and what to do
   */
  Unreachable(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  Unreachable(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
