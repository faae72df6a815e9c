package dev.holdfast.core.log;

import dev.holdfast.core.config.LogLevel;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a file, each entry with its time in UTC and by one write, so that entries of several
 * JVMs in one file stay whole. It is never rotated: few lines are written.
 */
final class FileTarget implements LogTarget {

  private final OutputStream file;
  private final AtomicBoolean hasFailed = new AtomicBoolean();

  private FileTarget(OutputStream file) {
    this.file = file;
  }

  /** Opens the file, and makes it if there is none. */
  static FileTarget open(String path) throws IOException {
    return new FileTarget(new FileOutputStream(path, true));
  }

  @Override
  public void write(LogLevel level, String message, @Nullable Throwable failure) {
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    try {
      file.write(LogLine.of(time, level, message, failure).getBytes(StandardCharsets.UTF_8));
    } catch (IOException full) {
      if (hasFailed.compareAndSet(false, true)) {
        StreamTarget.STDERR.write(
            LogLevel.ERROR, "holdfast.log.to cannot be written: further lines go here", full);
      }
      StreamTarget.STDERR.write(level, message, failure);
    }
  }
}
