package dev.holdfast.core.policy.idempotent;

/**
 * Keys as headers carry them: bare, or as a string of a structured field.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8941#section-3.3.3">RFC 8941, strings</a>
 */
final class HeaderText {

  private HeaderText() {}

  /** The key itself: without quotes around it, and without what they need to be escaped. */
  static String unquoted(String header) {
    String text = header.strip();
    boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    if (!isQuoted) {
      return text;
    }
    StringBuilder bare = new StringBuilder();
    for (int index = 1; index < text.length() - 1; index++) {
      boolean isEscape = text.charAt(index) == '\\' && index + 1 < text.length() - 1;
      index += isEscape ? 1 : 0;
      bare.append(text.charAt(index));
    }
    return bare.toString();
  }
}
