package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.time.Time;

/** One immutable state of a {@link Breaker}, where the table of states is. */
sealed interface BreakerState permits Closed, Open, HalfOpen {

  /** Counts the states that were entered; an outcome belongs to the one that admitted its call. */
  long generation();

  /** The limits in force. */
  BreakerLimits limits();

  /** The same under other limits. */
  BreakerState with(BreakerLimits other, Time time);
}
