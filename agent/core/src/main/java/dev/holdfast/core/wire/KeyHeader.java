package dev.holdfast.core.wire;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How keys are written into a request.
 *
 * @param name of the header
 * @param isQuoted whether as a string of a structured field; else bare, as most servers take it
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header">The
 *     Idempotency-Key HTTP header field, draft 06</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8941#section-3.3.3">RFC 8941, strings</a>
 */
record KeyHeader(String name, boolean isQuoted) {

  /** The longest key that servers are known to take. */
  private static final int MOST = 255;

  /**
   * The header that carries a key.
   *
   * @param target of the request, for the message
   * @throws CallRefusedException if the key cannot be sent; no message of it holds the key
   */
  Outgoing.Header carrying(String key, Target target) {
    if (key.length() > MOST) {
      throw refused(key.length() + " characters", target, "Make keys shorter.");
    }
    for (int index = 0; index < key.length(); index++) {
      char character = key.charAt(index);
      if (character < ' ' || character > '~') {
        String found = "U+%04X at %d".formatted((int) character, index);
        throw refused(found, target, "Make keys of such characters, a UUID for example.");
      }
    }
    return new Outgoing.Header(name, isQuoted ? quoted(key) : key);
  }

  /**
   * Whether an application that writes the header itself has written the key of that scope, in any
   * form in which that is the same one in every attempt.
   */
  boolean isOf(Scope scope, String value) {
    return isOf(scope.key(), value) || isOf(scope.outgoingKey(), value);
  }

  private static boolean isOf(@Nullable String key, String value) {
    return key != null && !key.isBlank() && (value.equals(key) || value.equals(quoted(key)));
  }

  private CallRefusedException refused(String found, Target target, String remedy) {
    return new CallRefusedException(
        "idempotency-key",
        target.toString(),
        "%s of %s: %s (expected: at most %d characters of printable ASCII). Nothing was sent. %s"
            .formatted(name, target, found, MOST, remedy),
        Duration.ZERO,
        null);
  }

  private static String quoted(String key) {
    return '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
