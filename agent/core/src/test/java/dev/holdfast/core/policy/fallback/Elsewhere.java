package dev.holdfast.core.policy.fallback;

import java.util.List;

/** Answers for methods of other classes. */
final class Elsewhere {

  private Elsewhere() {}

  static String answer(List<String> texts, int[] numbers, Exception failure) {
    return texts.size() + " " + numbers.length + " " + failure.getMessage();
  }

  @SuppressWarnings("UnusedMethod") // by name
  private static String secret() {
    return "";
  }
}
