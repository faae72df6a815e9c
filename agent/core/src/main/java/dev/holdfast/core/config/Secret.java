package dev.holdfast.core.config;

import java.util.List;
import java.util.Locale;

/** A value that is never printed: what turns it into text by accident gets stars. */
public final class Secret {

  static final String STARS = "***";

  private static final List<String> WORDS = List.of("pass", "pwd", "secret", "token", "credential");

  /** So many mistakes may be in the word password. */
  private static final int MISTAKES = 3;

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** Whether values of the key are no text to print: passwords, and what may be meant as one. */
  static boolean isSecret(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !last.endsWith("-file")
        && (hasWord(last) || last.equals("pw") || Closest.distance(last, "password") <= MISTAKES);
  }

  private static boolean hasWord(String name) {
    for (String word : WORDS) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The value itself. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return STARS;
  }
}
