package wire.hops;

import java.util.Arrays;
import java.util.List;

/**
 * How much of one second there is, as each service sees it, and the header at the last one.
 *
 * @param text names and milliseconds: {@code A 999, B 995, C 991, 988}
 */
record TimeLeft(String text, List<Long> millis) {

  private static final int PLACES = 4;
  private static final long WHOLE = 1_000;

  TimeLeft {
    millis = List.copyOf(millis);
  }

  static TimeLeft parse(String text) {
    List<Long> millis =
        Arrays.stream(text.split(", "))
            .map(part -> Long.valueOf(part.substring(part.lastIndexOf(' ') + 1)))
            .toList();
    return new TimeLeft(text, millis);
  }

  /** Whether it only runs out on the way. */
  boolean isOneDeadline() {
    long before = WHOLE;
    for (long each : millis) {
      if (each > before || each <= 0) {
        return false;
      }
      before = each;
    }
    return millis.size() == PLACES;
  }

  @Override
  public String toString() {
    return text + " in the last header";
  }
}
