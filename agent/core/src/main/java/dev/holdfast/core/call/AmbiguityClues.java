package dev.holdfast.core.call;

import java.util.List;

/**
 * What failures of one client library tell about the fate of a request; found by {@link
 * java.util.ServiceLoader}. The closest listed type decides, {@link #unsent()} on a tie.
 */
public interface AmbiguityClues {

  /** Binary names of failures after which the effect may have happened. */
  List<String> ambiguous();

  /** Binary names of failures after which it surely has not. */
  List<String> unsent();

  /** Whether the effect surely has not happened, where the failure's type alone does not tell. */
  default boolean tellsUnsent(Throwable failure) {
    return false;
  }
}
