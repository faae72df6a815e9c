package dev.holdfast.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code holdfast.rule.ID.match}: patterns separated by {@code ;}. */
final class RulePatterns {

  private RulePatterns() {}

  static boolean isReadable(String text) {
    return parse(text).isPresent();
  }

  /** The patterns; empty if any of them is none, or there is none at all. */
  static Optional<List<MethodPattern>> parse(String text) {
    List<MethodPattern> patterns = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int semicolon = text.indexOf(';', from);
      int end = semicolon < 0 ? text.length() : semicolon;
      String written = text.substring(from, end);
      if (!written.isBlank()) {
        Optional<MethodPattern> pattern = MethodPattern.parse(written);
        if (pattern.isEmpty()) {
          return Optional.empty();
        }
        patterns.add(pattern.get());
      }
      from = end + 1;
    }
    return patterns.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(patterns));
  }
}
