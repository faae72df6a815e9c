package dev.holdfast.core.adapter;

import java.util.regex.Pattern;

/**
 * The words by which code tells that it asks who may call. Nothing else tells it of what an
 * application has written itself.
 */
public final class AuthorisationWords {

  /** Not what everybody who calls by reflection names. */
  private static final Pattern WORDS =
      Pattern.compile(
          "secur|authori[sz]|authenticat|permission|permit|role|principal|credential|forbidden"
              + "|denied|allowed|admin|(?<!illegal|data|random)access(?!ible|or)",
          Pattern.CASE_INSENSITIVE);

  /** In types of the JDK, because it hangs on the application's classes. */
  private static final ClassValue<Boolean> IN_NAMES =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return areIn(type.getName());
        }
      };

  private AuthorisationWords() {}

  /** Whether a text has one of them: a name, of a class with its package, or any other text. */
  public static boolean areIn(String text) {
    return WORDS.matcher(text).find();
  }

  /** Whether a class's name has one of them; remembered. */
  public static boolean areIn(Class<?> type) {
    return IN_NAMES.get(type);
  }
}
