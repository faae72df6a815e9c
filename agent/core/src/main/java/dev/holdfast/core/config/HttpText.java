package dev.holdfast.core.config;

/**
 * Words of HTTP that keys hold.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2">RFC 9110, tokens</a>
 */
final class HttpText {

  private static final String MARKS = "!#$%&'*+-.^_`|~";

  private HttpText() {}

  /** Whether it is a token: the name of a header, or a method. */
  static boolean isToken(String text) {
    return isMadeOf(text, MARKS);
  }

  /** Whether it holds tokens, separated by commas. */
  static boolean isTokens(String text) {
    for (String part : text.split(",", -1)) {
      if (!isToken(part.trim())) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds names or addresses of hosts, a star before them at most. */
  static boolean isHosts(String text) {
    for (String part : text.split(",", -1)) {
      if (!isHost(part.trim())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHost(String part) {
    String rest = part.startsWith("*") ? part.substring(1) : part;
    boolean isAddress = rest.startsWith("[") && rest.endsWith("]");
    return rest.isEmpty() ? part.equals("*") : isMadeOf(rest, isAddress ? ":.%[]" : "-._");
  }

  private static boolean isMadeOf(String text, String marks) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean isPlain =
          (character >= '0' && character <= '9')
              || (character >= 'a' && character <= 'z')
              || (character >= 'A' && character <= 'Z');
      if (!isPlain && marks.indexOf(character) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
