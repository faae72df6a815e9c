package dev.holdfast.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code -javaagent:holdfast-agent.jar=}: {@code key=value,key=value}, the same
 * keys as everywhere, without {@code holdfast.} or with it. A comma separates only before another
 * {@code key=}, so that values may hold commas; space around keys and values is ignored.
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
      String key = pair.substring(0, Math.max(0, equals)).trim();
      if (isKey(key)) {
        values.put(whole(key), pair.substring(equals + 1).trim());
      } else if (!pair.isEmpty()) {
        problems.add(
            "agent argument: "
                + printable(pair)
                + " (expected: key=value,key=value). Write the key in front, or remove it.");
      }
      from = end + 1;
    }
    return new AgentArguments(values, problems);
  }

  /** The next comma with a {@code key=} behind it, or the end. */
  private static int pairEnd(String text, int from) {
    for (int comma = text.indexOf(',', from); comma >= 0; comma = text.indexOf(',', comma + 1)) {
      int equals = text.indexOf('=', comma);
      if (equals > 0 && isKey(text.substring(comma + 1, equals).trim())) {
        return comma;
      }
    }
    return text.length();
  }

  private static boolean isKey(String text) {
    return !text.isEmpty() && keyEnd(text) == text.length();
  }

  /** What may be a key: anything behind it may be a secret. */
  private static String printable(String pair) {
    int end = keyEnd(pair);
    return end == pair.length() ? pair : pair.substring(0, end) + Secret.STARS;
  }

  private static int keyEnd(String text) {
    int end = 0;
    while (end < text.length() && isOfKey(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfKey(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '$';
  }

  private static String whole(String key) {
    return key.startsWith(KnownKeys.PREFIX) ? key : KnownKeys.PREFIX + key;
  }
}
