package dev.holdfast.core.keypath;

import java.util.List;

/** One operand of a key path, checked against the method. */
sealed interface PathPart {

  /** Text that stands in every key. */
  record Literal(String text) implements PathPart {}

  /** A header of the request being served. */
  record Header(String name) implements PathPart {}

  /**
   * What is found in an argument.
   *
   * @param parameter the parameter's index, the receiver not counted
   */
  record Value(int parameter, List<PathStep> steps) implements PathPart {

    public Value {
      steps = List.copyOf(steps);
    }
  }
}
