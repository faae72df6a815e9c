package dev.holdfast.core.config;

import java.util.Locale;

/** A value that is never printed: what turns it into text by accident gets stars. */
public final class Secret {

  static final String STARS = "***";

  /** So many mistakes may be in the word password. */
  private static final int MISTAKES = 3;

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** Whether values of the key are secrets: passwords, and what was probably meant as one. */
  static boolean isSecret(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !last.endsWith("-file")
        && (last.contains("pass")
            || last.contains("pwd")
            || Closest.distance(last, "password") <= MISTAKES);
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
