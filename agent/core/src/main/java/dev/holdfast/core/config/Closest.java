package dev.holdfast.core.config;

import java.util.Collection;
import java.util.Locale;

/**
 * Finds what somebody probably meant.
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">Damerau, A technique for computer detection
 *     and correction of spelling errors: one insertion, deletion, substitution or transposition of
 *     neighbours is one mistake</a>
 */
public final class Closest {

  private Closest() {}

  /**
   * The candidate with the fewest mistakes from what was written, case ignored; the first of
   * several; the written text itself if there is no candidate.
   */
  public static String to(String written, Collection<String> candidates) {
    String closest = written;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int mistakes = distance(written, candidate);
      if (mistakes < fewest) {
        fewest = mistakes;
        closest = candidate;
      }
    }
    return closest;
  }

  /** How many mistakes lie between two texts, each letter part of at most one; case ignored. */
  static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      last[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int substituted =
            last[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        int fewest = Math.min(substituted, Math.min(last[column], current[column - 1]) + 1);
        if (isTransposed(from, row, to, column)) {
          fewest = Math.min(fewest, beforeLast[column - 2] + 1);
        }
        current[column] = fewest;
      }
      beforeLast = last;
      last = current;
    }
    return last[to.length()];
  }

  private static boolean isTransposed(String from, int row, String to, int column) {
    return row > 1
        && column > 1
        && from.charAt(row - 1) == to.charAt(column - 2)
        && from.charAt(row - 2) == to.charAt(column - 1);
  }
}
