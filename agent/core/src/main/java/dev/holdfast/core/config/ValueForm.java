package dev.holdfast.core.config;

/** What the value of a key must look like, as far as the key alone tells. */
interface ValueForm {

  boolean accepts(String value);

  /** For messages: {@code true or false}. */
  String expected();

  /** What to do about a wrong value: {@code Set true or false}. */
  default String remedy(String value) {
    return "Correct the value";
  }
}
