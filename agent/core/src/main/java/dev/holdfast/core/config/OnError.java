package dev.holdfast.core.config;

/** What happens when something was asked for that cannot be: {@code holdfast.on-error}. */
public enum OnError {
  /** The application runs on as if that had not been asked for. */
  CONTINUE,

  /** The JVM ends with exit code 78, before {@code main} if the problem is known by then. */
  ABORT
}
