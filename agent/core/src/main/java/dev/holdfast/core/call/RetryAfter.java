package dev.holdfast.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads {@code Retry-After}: whole seconds, or a date, which counts from the answer's own {@code
 * Date}, because two clocks never agree.
 *
 * <p>A moment that has passed is zero, a time beyond 292 years saturates, and what is neither form
 * is taken as if it were not there.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, Retry-After</a>
 */
final class RetryAfter {

  private static final long SECOND = 1_000_000_000L;

  /** More digits than this are more seconds than a {@code long} of nanoseconds holds. */
  private static final int MOST_DIGITS = 18;

  private RetryAfter() {}

  /**
   * The largest demand of all fields, in nanoseconds; empty when none can be read.
   *
   * @param fields the fields of {@code Retry-After}
   * @param dates the fields of {@code Date} of the same answer
   * @param now the wall clock, in case that none of the dates can be read
   */
  static OptionalLong nanos(List<String> fields, List<String> dates, Instant now) {
    OptionalLong largest = OptionalLong.empty();
    for (String field : fields) {
      OptionalLong nanos = nanos(field.strip(), dates, now);
      if (nanos.isPresent() && (largest.isEmpty() || nanos.getAsLong() > largest.getAsLong())) {
        largest = nanos;
      }
    }
    return largest;
  }

  private static OptionalLong nanos(String field, List<String> dates, Instant now) {
    if (!field.isEmpty() && field.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.of(seconds(field));
    }
    Instant sent =
        dates.stream()
            .flatMap(date -> HttpDate.parse(date.strip(), now).stream())
            .findFirst()
            .orElse(now);
    Optional<Instant> until = HttpDate.parse(field, sent);
    return until.isEmpty() ? OptionalLong.empty() : OptionalLong.of(between(sent, until.get()));
  }

  private static long seconds(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (significant.length() > MOST_DIGITS) {
      return Long.MAX_VALUE;
    }
    long seconds = Long.parseLong(significant);
    return seconds > Long.MAX_VALUE / SECOND ? Long.MAX_VALUE : seconds * SECOND;
  }

  private static long between(Instant from, Instant until) {
    Duration left = Duration.between(from, until);
    if (left.isNegative()) {
      return 0;
    }
    return left.toSeconds() >= Long.MAX_VALUE / SECOND ? Long.MAX_VALUE : left.toNanos();
  }
}
