package dev.holdfast.core.keypath;

import java.util.List;

/** One operand of a key path, as it was written. */
sealed interface PathTerm {

  /** Text that stands in every key: {@code ':'}. */
  record Literal(String text) implements PathTerm {}

  /** A header of the request being served. */
  record Header(String name) implements PathTerm {}

  /**
   * A parameter, and steps into its argument.
   *
   * @param parameter its name, or {@code #} and its index
   */
  record Reference(String parameter, List<String> steps) implements PathTerm {

    public Reference {
      steps = List.copyOf(steps);
    }

    boolean isIndexed() {
      return parameter.startsWith("#");
    }

    /** The reference without its last steps. */
    String upTo(int count) {
      return count == 0 ? parameter : parameter + "." + String.join(".", steps.subList(0, count));
    }
  }
}
