package dev.holdfast.core.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Hosts as {@code holdfast.http.headers.hosts} names them: names or addresses without a port,
 * separated by commas; {@code *} at the start stands for any beginning: {@code *.acme.com}, or
 * {@code *} for all. {@code none} names none.
 *
 * @param patterns in lower case
 */
record HostPatterns(List<String> patterns) {

  /** Every host. */
  static final HostPatterns ALL = new HostPatterns(List.of("*"));

  HostPatterns {
    patterns = List.copyOf(patterns);
  }

  /** Reads a list; blanks around names are ignored. */
  static HostPatterns parse(String text) {
    return new HostPatterns(
        Arrays.stream(text.split(",", -1))
            .map(part -> part.strip().toLowerCase(Locale.ROOT))
            .filter(part -> !part.isEmpty() && !part.equals("none"))
            .toList());
  }

  /** Whether one of them is that host. */
  boolean contain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    for (String pattern : patterns) {
      if (pattern.startsWith("*") ? name.endsWith(pattern.substring(1)) : name.equals(pattern)) {
        return true;
      }
    }
    return false;
  }
}
