package dev.holdfast.core.config;

/** What guards do: {@code holdfast.mode}. */
public enum Mode {
  /** They act. */
  ENFORCE,

  /** They watch, count and report what they would have done, and change nothing. */
  OBSERVE;

  /** As people write it. */
  public String text() {
    return this == ENFORCE ? "enforce" : "observe";
  }
}
