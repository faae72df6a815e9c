package dev.holdfast.core.policy.deadline;

import org.jspecify.annotations.Nullable;

/** How a call that was handed over has ended for its caller. */
sealed interface HandoffEnd {

  /** Whether an interrupt was pending on the worker that belongs to the caller. */
  boolean isInterrupted();

  /** The body returned. */
  record Returned(@Nullable Object result, boolean isInterrupted) implements HandoffEnd {}

  /** The call failed on the worker. */
  record Threw(Throwable failure, boolean isInterrupted) implements HandoffEnd {}

  /** The body still runs. */
  record Abandoned() implements HandoffEnd {
    @Override
    public boolean isInterrupted() {
      return false;
    }
  }
}
