package dev.holdfast.core.policy.deadline;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.time.Time;

/**
 * How long the calls of a guard may take.
 *
 * @param nanos the limit, above zero
 */
record TimeLimit(String guard, long nanos, Time time) {

  /** The scope of a call that begins now inside another scope: the earlier deadline counts. */
  Scope begin(Scope around) {
    return around.withDeadline(Deadline.after(nanos, time, guard));
  }
}
