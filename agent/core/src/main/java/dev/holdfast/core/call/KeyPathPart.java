package dev.holdfast.core.call;

import java.util.List;

/** One operand of a key path, checked against the method. */
sealed interface KeyPathPart {

  /** Text that stands in every key. */
  record Literal(String text) implements KeyPathPart {}

  /** A header of the request being served. */
  record Header(String name) implements KeyPathPart {}

  /**
   * What is found in an argument.
   *
   * @param parameter the parameter's index, the receiver not counted
   */
  record Value(int parameter, List<KeyPathStep> steps) implements KeyPathPart {

    public Value {
      steps = List.copyOf(steps);
    }
  }
}
