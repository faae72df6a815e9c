package dev.holdfast.core.call;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a server answered, whichever client brought it.
 *
 * @param status the status code
 * @param headers the fields of a header by its name, case ignored; none: an empty list
 */
public record HttpAnswer(int status, Function<String, List<String>> headers) {

  /** Set by a server whose own guarded call has made all its attempts already. */
  public static final String RETRIED = "Holdfast-Retried";

  /**
   * How long the server wants to be left alone, from now; zero when it asks for a moment that has
   * passed. Empty unless it answered 429 or 503 and said so in a way that can be read.
   *
   * @param now the wall clock, for dates in an answer that has no {@code Date} of its own
   */
  public OptionalLong retryAfterNanos(Instant now) {
    if (status != 429 && status != 503) {
      return OptionalLong.empty();
    }
    return RetryAfter.nanos(headers.apply("Retry-After"), headers.apply("Date"), now);
  }

  /** Whether a guard further down has retried already, so that this one need not. */
  public boolean isRetried() {
    return headers.apply(RETRIED).stream().anyMatch(HttpAnswer::isCount);
  }

  /**
   * Whether the request may have taken effect all the same: any 5xx but a 503 with {@code
   * Retry-After}, which by convention is a rejection.
   */
  public boolean isAmbiguous() {
    return status >= 500 && status <= 599 && retryAfterNanos(Instant.EPOCH).isEmpty();
  }

  private static boolean isCount(String field) {
    String count = field.strip();
    return !count.isEmpty() && count.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
