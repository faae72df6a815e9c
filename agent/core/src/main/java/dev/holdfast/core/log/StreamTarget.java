package dev.holdfast.core.log;

import dev.holdfast.core.config.LogLevel;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a stream of the process.
 *
 * @param stream taken once: what the application puts in its place later is the application's
 */
record StreamTarget(PrintStream stream) implements LogTarget {

  /** The stderr that the process started with. */
  @SuppressWarnings("SystemOut") // this is what it is for
  static final LogTarget STDERR = new StreamTarget(System.err);

  private static final String PREFIX = "[holdfast]";

  @Override
  public void write(LogLevel level, String message, @Nullable Throwable failure) {
    stream.print(LogLine.of(PREFIX, level, message, failure));
    stream.flush();
  }
}
