package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.HttpAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * How a server's {@code Retry-After} is taken.
 *
 * @param isObeyed whether it is a floor for the next wait
 * @param maxNanos the longest one that is waited for
 */
record Demand(boolean isObeyed, long maxNanos) {

  /** What the answer demands, in nanoseconds; 0 for nothing. */
  long nanos(Optional<HttpAnswer> answer, Instant now) {
    return isObeyed && answer.isPresent() ? answer.get().retryAfterNanos(now).orElse(0) : 0;
  }
}
