package dev.holdfast.core.policy.retry;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Causes;
import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.FailureTypes.Listed;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.Responses;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.SecurityFailures;
import dev.holdfast.core.call.Statuses;
import java.util.Optional;

/**
 * Tells which failures are worth another attempt.
 *
 * <p>What is listed exactly decides first. Then come those that are never tried again by themselves
 * (errors, interrupts, refusals, security failures, and what a guard further in has given up on),
 * then the status of an HTTP response, then the closest listed type.
 *
 * @param types {@code on} and {@code not}
 * @param statuses the statuses of a response that is worth another attempt; none: judge by types
 * @param responses where responses are found
 * @param obeysMark whether a server that has retried itself is left alone
 */
record FailureSelector(
    FailureTypes types, Statuses statuses, Responses responses, boolean obeysMark) {

  /** Whether another attempt may follow this failure. */
  boolean mayRetry(Throwable failure) {
    Listed exactly = types.exactly(failure);
    if (exactly != Listed.NOWHERE) {
      return exactly == Listed.ON;
    }
    if (isLeftAlone(failure)) {
      return false;
    }
    Optional<HttpAnswer> answer = responses.carriedBy(failure);
    if (answer.isPresent()) {
      return mayRetry(answer.get()) && (!statuses.isEmpty() || types.covers(failure));
    }
    return types.covers(failure);
  }

  /** Whether another attempt may follow this response, be it thrown or returned. */
  boolean mayRetry(HttpAnswer answer) {
    return (statuses.isEmpty() || statuses.contains(answer.status())) && !isRetried(answer);
  }

  /**
   * Whether who answered has made attempts already. Whoever called us is told so in turn: a server
   * between the two that makes none of its own must not hide it.
   */
  boolean isRetried(HttpAnswer answer) {
    boolean isRetried = obeysMark && answer.isRetried();
    if (isRetried) {
      Scopes.served().exhaust(1);
    }
    return isRetried;
  }

  private static boolean isLeftAlone(Throwable failure) {
    Throwable thrown = Causes.unwrap(failure);
    return thrown instanceof Error
        || thrown instanceof InterruptedException
        || thrown instanceof CallRefusedException
        || SecurityFailures.include(failure)
        || Scopes.isExhausted(failure);
  }
}
