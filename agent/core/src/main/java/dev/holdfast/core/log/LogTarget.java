package dev.holdfast.core.log;

import dev.holdfast.core.config.LogLevel;
import org.jspecify.annotations.Nullable;

/** Where the agent's own lines go. Called by any thread; never throws. */
@FunctionalInterface
public interface LogTarget {

  /**
   * Writes one entry.
   *
   * @param level never {@code OFF}
   * @param failure to be written with its stack; null if there is none
   */
  void write(LogLevel level, String message, @Nullable Throwable failure);
}
