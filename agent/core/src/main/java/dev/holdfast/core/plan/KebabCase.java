package dev.holdfast.core.plan;

/** Names as keys write them: {@code maxAttempts} is {@code max-attempts}. */
final class KebabCase {

  private KebabCase() {}

  static String of(String camelCase) {
    StringBuilder kebab = new StringBuilder(camelCase.length() + 4);
    for (int index = 0; index < camelCase.length(); index++) {
      char c = camelCase.charAt(index);
      if (Character.isUpperCase(c)) {
        kebab.append('-').append(Character.toLowerCase(c));
      } else {
        kebab.append(c);
      }
    }
    return kebab.toString();
  }
}
