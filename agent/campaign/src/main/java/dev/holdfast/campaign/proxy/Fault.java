package dev.holdfast.campaign.proxy;

/** What happens to a chunk on its way. */
enum Fault {
  NONE,
  /** The connection is reset before the chunk goes on. */
  CUT_BEFORE,
  /** The connection is reset after it. */
  CUT_AFTER,
  /** The chunk comes late. */
  DELAY,
  /** The chunk goes on, and nothing after it: the receiver sees an end, the sender does not. */
  HALF_CLOSE
}
