package dev.holdfast.core.policy.idempotent;

import java.util.Locale;

/** What is counted of a method's calls, as {@code idempotent.replayed} and so on. */
enum Tally {
  /** Answered with a stored result. */
  REPLAYED,
  /** Answered with a remembered failure. */
  REPLAYED_FAILURE,
  /** Had to wait for an answer: of a call in flight, or of the store. */
  WAITED,
  /** Made inside a call with the same key, and so a part of it. */
  NESTED,
  /** Without a key; refused, unless keys are not required. */
  MISSING_KEY,
  /** Refused: a call with the same key is in flight. */
  DUPLICATE,
  /** Refused: the key was used with other arguments. */
  REUSED_KEY,
  /** Refused: nobody knows how the call before ended, or its result cannot be given. */
  UNKNOWN,
  /** The store could not be reached. */
  UNAVAILABLE,
  /** Made with a key that a holder had lost. */
  TAKEN_OVER,
  /** Made, and its key was taken over meanwhile. */
  LOST,
  /** Made, and its result cannot be given to duplicates. */
  UNSTORABLE,
  /** Made, and the store could not be told how it ended. */
  NOT_STORED,
  /** Failed, and its key is kept because its effect may have happened. */
  KEPT,
  /** Failed, and its key was released. */
  RELEASED;

  String outcome() {
    return "idempotent." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
