package dev.holdfast.core.plan;

import java.time.Duration;
import java.util.List;

/**
 * Typed access to the attributes in force of one policy on one method. A value that cannot be is
 * reported as a {@link PlanProblem} in the wording of the house, and the built-in default answered
 * in its place, so that all problems of a plan are found in one pass.
 */
public interface Attributes {

  /** A text; the empty one stands for "none". */
  String text(String attribute);

  /** A whole number within a range, both ends included. */
  int integer(String attribute, int least, int most);

  /** A number within a range, both ends included. */
  double number(String attribute, double least, double most);

  /** A yes or no. */
  boolean flag(String attribute);

  /** One of an enum's constants; configuration may write it in any case and with dashes. */
  <E extends Enum<E>> E choice(String attribute, Class<E> type);

  /** A duration of {@code least} or longer; durations that overflow saturate. */
  Duration duration(String attribute, Duration least);

  /** Binary names of exception types that exist, as far as class files tell. */
  List<String> types(String attribute);

  /**
   * One object for all that is compiled under one state of the configuration, for policies that
   * compare methods with each other.
   */
  default Object era() {
    return Attributes.class;
  }

  /** Whether anybody chose a value, so that the built-in default is not in force. */
  boolean isSet(String attribute);

  /**
   * Reports a problem with an attribute, for checks of the policy's own.
   *
   * @param expected what would be right, {@code a boolean method of the same class}
   * @param remedy what to do, as one sentence
   */
  void reject(String attribute, String expected, String remedy);

  /** Reports a problem of the policy as a whole. */
  void reject(String message);

  /** Tells something that {@code explain} mentions and that is no problem. */
  void note(String message);
}
