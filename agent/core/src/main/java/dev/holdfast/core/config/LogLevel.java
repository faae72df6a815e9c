package dev.holdfast.core.config;

/** Which of the agent's own lines are written: {@code holdfast.log}. Each includes those before. */
public enum LogLevel {
  OFF,
  ERROR,
  WARN,
  INFO,
  DEBUG;

  /** Whether lines of the other level are written at this one. */
  public boolean includes(LogLevel other) {
    return other.compareTo(this) <= 0;
  }
}
