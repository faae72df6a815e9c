package dev.holdfast.core.serve;

import dev.holdfast.CallRefusedException;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.DuplicateCallException;
import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.IdempotencyKeyReusedException;
import dev.holdfast.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What a refusal is answered that the application leaves to us. Says what the caller may know: no
 * name, no message and no cause of the refusal.
 *
 * @param retryAfterSeconds when it is worth asking again; 0: not known
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header">The
 *     Idempotency-Key HTTP header field, section 2.7</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 */
public record HttpRefusal(int status, String title, long retryAfterSeconds) {

  /** The media type of {@link #body}. */
  public static final String TYPE = "application/problem+json";

  /** The caller's own deadline has passed. */
  public static final HttpRefusal TOO_LATE =
      new HttpRefusal(504, "The deadline of the request has passed", 0);

  /** The answer to a failure; empty if it is none of ours, or says nothing to the caller. */
  public static Optional<HttpRefusal> of(Throwable failure) {
    if (failure instanceof IdempotencyKeyMissingException) {
      return Optional.of(new HttpRefusal(400, "Idempotency-Key is missing", 0));
    }
    if (failure instanceof DuplicateCallException) {
      return Optional.of(
          new HttpRefusal(409, "A request with this Idempotency-Key is being processed", 0));
    }
    if (failure instanceof IdempotencyKeyReusedException) {
      return Optional.of(
          new HttpRefusal(422, "Idempotency-Key was used for another request already", 0));
    }
    if (failure instanceof DeadlineExceededException) {
      return Optional.of(TOO_LATE);
    }
    return failure instanceof CircuitOpenException || failure instanceof StoreUnavailableException
        ? Optional.of(unavailable((CallRefusedException) failure))
        : Optional.empty();
  }

  private static HttpRefusal unavailable(CallRefusedException refusal) {
    long seconds = seconds(refusal.retryAfter());
    return new HttpRefusal(
        503,
        "The service is unavailable for the time being",
        refusal instanceof CircuitOpenException ? Math.max(1, seconds) : seconds);
  }

  /** Rounded up: who comes a moment too early is refused again. */
  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }

  /** The answer's body. */
  public byte[] body() {
    String text = "{\"title\":\"%s\",\"status\":%d}".formatted(title, status);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
