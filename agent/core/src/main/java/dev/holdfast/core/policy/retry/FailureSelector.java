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

  /** What may follow a failure. */
  enum Next {
    /** Another attempt. */
    ATTEMPT,
    /** None. */
    NOTHING,
    /** None, because who answered has made attempts already. */
    NOTHING_MORE
  }

  /** Whether another attempt may follow this failure. */
  boolean mayRetry(Throwable failure) {
    return after(failure) == Next.ATTEMPT;
  }

  /** What may follow this failure. */
  Next after(Throwable failure) {
    Listed exactly = types.exactly(failure);
    if (exactly != Listed.NOWHERE) {
      return exactly == Listed.ON ? Next.ATTEMPT : Next.NOTHING;
    }
    if (isLeftAlone(failure)) {
      return Next.NOTHING;
    }
    Optional<HttpAnswer> answer = responses.carriedBy(failure);
    if (answer.isPresent() && !isWorthwhile(answer.get())) {
      return Next.NOTHING;
    }
    if (answer.isPresent() && isRetried(answer.get())) {
      return Next.NOTHING_MORE;
    }
    boolean isDecidedByStatus = answer.isPresent() && !statuses.isEmpty();
    return isDecidedByStatus || types.covers(failure) ? Next.ATTEMPT : Next.NOTHING;
  }

  /** Whether who answered has made attempts already. */
  boolean isRetried(HttpAnswer answer) {
    return obeysMark && answer.isRetried();
  }

  private boolean isWorthwhile(HttpAnswer answer) {
    return statuses.isEmpty() || statuses.contains(answer.status());
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
