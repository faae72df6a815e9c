package dev.holdfast.core.store;

/** Whether a holder still held its key when it came back to the store. */
public enum Tenure {
  /** It did, and the store has done what was asked. */
  HELD,
  /** Somebody else took the key over, or it is gone: the store has done nothing. */
  LOST
}
