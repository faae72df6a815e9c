package dev.holdfast.core.call;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list of HTTP status codes, as the attribute {@code statuses} holds it: numbers and ranges, both
 * ends included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, status codes have
 *     three digits</a>
 */
public record Statuses(List<Range> ranges) {

  /** No status at all: nothing is judged by its status. */
  public static final Statuses NONE = new Statuses(List.of());

  /** What a list looks like, for messages. */
  public static final String EXPECTED =
      "statuses from 100 to 999 and ranges of them, separated by commas, such as 429,500-599";

  public Statuses {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads a list. Blanks around numbers are ignored; an empty text is {@link #NONE}.
   *
   * @throws IllegalArgumentException naming the first part that is wrong
   */
  public static Statuses parse(String text) {
    if (text.isBlank()) {
      return NONE;
    }
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      ranges.add(Range.parse(part.strip()));
    }
    return new Statuses(ranges);
  }

  /** Whether the list names that status. */
  public boolean contains(int status) {
    for (Range range : ranges) {
      if (range.least <= status && status <= range.most) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is nothing to judge by. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** As it is written: {@code 429,500-599}. */
  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
  }

  /** The statuses from {@code least} to {@code most}, both included. */
  public record Range(int least, int most) {

    public Range {
      if (least < 100 || most > 999 || least > most) {
        throw wrong(text(least, most));
      }
    }

    /** Without a regular expression: this runs while the JVM starts. */
    private static Range parse(String part) {
      int dash = part.indexOf('-');
      try {
        int least = number(dash < 0 ? part : part.substring(0, dash));
        return new Range(least, dash < 0 ? least : number(part.substring(dash + 1)));
      } catch (NumberFormatException notANumber) {
        throw wrong(part);
      }
    }

    private static int number(String digits) {
      return Integer.parseInt(digits.strip());
    }

    private static IllegalArgumentException wrong(String part) {
      return new IllegalArgumentException("'" + part + "' (expected: " + EXPECTED + ")");
    }

    @Override
    public String toString() {
      return text(least, most);
    }

    private static String text(int least, int most) {
      return least == most ? Integer.toString(least) : least + "-" + most;
    }
  }
}
