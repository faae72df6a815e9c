package dev.holdfast.core.pipeline;

/**
 * Where a policy stands around a method, outermost first. The order is fixed and the same wherever
 * annotations were written.
 */
public enum Ring {
  /** Answers in place of failures. */
  RESCUE,
  /** Limits the whole call in time. */
  TIME,
  /** Chooses the thread of what is further in, and keeps it to the limits. */
  THREAD,
  /** Lets one of several equal calls through. */
  DEDUPLICATE,
  /** Makes what belongs to the logical call and must be the same in every attempt. */
  IDENTIFY,
  /** Calls again. */
  REPEAT,
  /** Refuses calls that would fail. */
  ADMIT,
  /** Limits each attempt. */
  LIMIT,
  /**
   * Is part of the transaction in which the body runs, and so inside of what a proxy begins: right
   * around the body, once for each attempt.
   */
  TRANSACTION
}
