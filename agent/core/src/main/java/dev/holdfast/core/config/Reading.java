package dev.holdfast.core.config;

import java.util.List;

/**
 * What came of reading all sources.
 *
 * @param settings what is right, as if nobody had set the rest
 * @param problems everything that is wrong, one message each
 * @param warnings what is odd and changes nothing: environment variables that stand for no key
 */
public record Reading(Settings settings, List<String> problems, List<String> warnings) {

  public Reading {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
