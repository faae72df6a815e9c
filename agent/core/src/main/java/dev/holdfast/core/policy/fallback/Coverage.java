package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.SecurityFailures;
import java.util.List;

/**
 * Which failures a fallback covers: the closest type listed in {@code on} and {@code not} decides.
 *
 * <p>What must not be papered over is covered only if {@code on} lists exactly its type: an effect
 * of which nobody knows whether it happened, misuse of a key, an interrupt, and a security failure.
 * Told by name, because an application that got its agent late throws a copy of our exceptions.
 */
record Coverage(FailureTypes types) {

  private static final FailureTypes LEFT_ALONE =
      new FailureTypes(
          List.of(
              "dev.holdfast.OutcomeUnknownException",
              "dev.holdfast.DuplicateCallException",
              "dev.holdfast.IdempotencyKeyReusedException",
              "dev.holdfast.IdempotencyKeyMissingException",
              "java.lang.InterruptedException"),
          List.of());

  boolean includes(Throwable failure) {
    boolean isLeftAlone = LEFT_ALONE.covers(failure) || SecurityFailures.include(failure);
    return isLeftAlone ? types.listsExactly(failure) : types.covers(failure);
  }
}
