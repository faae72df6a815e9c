package dev.holdfast.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code -javaagent:holdfast-agent.jar=}: {@code key=value,key=value}, the same
 * keys as everywhere, without {@code holdfast.} or with it. A comma separates only before another
 * {@code key=}, so that values may hold commas; space around a pair is ignored.
 *
 * @param values the values by whole key
 * @param problems what stands there and is no {@code key=value}
 */
public record AgentArguments(Map<String, String> values, List<String> problems) {

  public AgentArguments {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** Reads the text; null or a blank one holds nothing. */
  public static AgentArguments parse(@Nullable String text) {
    Map<String, String> values = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    if (text == null || text.isBlank()) {
      return new AgentArguments(values, problems);
    }
    int from = 0;
    while (from <= text.length()) {
      int end = pairEnd(text, from);
      String pair = text.substring(from, end).trim();
      int equals = pair.indexOf('=');
      if (equals > 0 && isKey(pair, 0, equals)) {
        values.put(whole(pair.substring(0, equals)), pair.substring(equals + 1).trim());
      } else if (!pair.isEmpty()) {
        problems.add(
            "agent argument: "
                + pair
                + " (expected: key=value,key=value). Write the key in front, or remove it.");
      }
      from = end + 1;
    }
    return new AgentArguments(values, problems);
  }

  /** The next comma with a {@code key=} behind it, or the end. */
  private static int pairEnd(String text, int from) {
    for (int comma = text.indexOf(',', from); comma >= 0; comma = text.indexOf(',', comma + 1)) {
      int start = comma + 1;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
      int equals = text.indexOf('=', start);
      if (equals > start && isKey(text, start, equals)) {
        return comma;
      }
    }
    return text.length();
  }

  private static boolean isKey(String text, int from, int to) {
    for (int index = from; index < to; index++) {
      char c = text.charAt(index);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_' && c != '$') {
        return false;
      }
    }
    return true;
  }

  private static String whole(String key) {
    return key.startsWith(KnownKeys.PREFIX) ? key : KnownKeys.PREFIX + key;
  }
}
