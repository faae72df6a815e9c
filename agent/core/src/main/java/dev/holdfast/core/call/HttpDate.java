package dev.holdfast.core.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as HTTP writes them, in all three shapes that a recipient has to accept.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110, Date/Time
 *     Formats</a>
 */
final class HttpDate {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
  private static final String TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";

  /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  private static final Pattern IMF =
      Pattern.compile(
          "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\\d\\d) "
              + (MONTH + " (?<year>\\d{4}) " + TIME + " GMT"));

  /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
  private static final Pattern RFC_850 =
      Pattern.compile(
          "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d\\d)-"
              + (MONTH + "-(?<year>\\d\\d) " + TIME + " GMT"));

  /** {@code Sun Nov 6 08:49:37 1994}, the day in two columns. */
  private static final Pattern ASCTIME =
      Pattern.compile(
          "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) "
              + (MONTH + " (?<day>\\d\\d| \\d) " + TIME + " (?<year>\\d{4})"));

  private HttpDate() {}

  /**
   * The moment that the text writes; empty if it writes none. The name of the day is not checked
   * against the date.
   *
   * @param now from when on years of two digits are read: one that would be more than 50 years
   *     ahead means the past century
   */
  static Optional<Instant> parse(String text, Instant now) {
    for (Pattern shape : List.of(IMF, RFC_850, ASCTIME)) {
      Matcher matcher = shape.matcher(text);
      if (matcher.matches()) {
        return shape == RFC_850 ? shortYear(matcher, now) : at(number(matcher, "year"), matcher);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> shortYear(Matcher matcher, Instant now) {
    LocalDateTime latest = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusYears(50);
    int century = latest.getYear() / 100 * 100;
    Optional<Instant> read = at(century + number(matcher, "year"), matcher);
    boolean isTooFar = read.isEmpty() || read.get().isAfter(latest.toInstant(ZoneOffset.UTC));
    return isTooFar ? at(century - 100 + number(matcher, "year"), matcher) : read;
  }

  private static Optional<Instant> at(int year, Matcher matcher) {
    try {
      int second = number(matcher, "second");
      boolean isLeap = second == 60; // allowed by the grammar, unknown to java.time
      return Optional.of(
          LocalDateTime.of(
                  year,
                  MONTHS.indexOf(matcher.group("month")) + 1,
                  number(matcher, "day"),
                  number(matcher, "hour"),
                  number(matcher, "minute"),
                  isLeap ? 59 : second)
              .plusSeconds(isLeap ? 1 : 0)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDate) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group).strip());
  }
}
