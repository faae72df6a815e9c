package dev.holdfast.core.config;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration file again when it changes.
 *
 * <p>It looks at the file once a second, and reads it once it has looked the same twice, so that a
 * file that is being written is not read by half. It runs on daemon threads only.
 */
public final class FileWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

  private final ConfigurationFile file;
  private final LiveConfiguration configuration;
  private final Time time;
  private final Workers workers;

  /** What was read last; touched by one look at a time. */
  private Optional<ConfigurationFile.Stamp> read;

  /** What the last look saw. */
  private Optional<ConfigurationFile.Stamp> seen;

  /**
   * @param workers reads the file: a file system may hang, and alarms must not
   */
  public FileWatch(
      ConfigurationFile file, LiveConfiguration configuration, Time time, Workers workers) {
    this.file = file;
    this.configuration = configuration;
    this.time = time;
    this.workers = workers;
    this.read = file.firstStamp();
    this.seen = read;
  }

  /** Begins to watch; what the file held when it was first looked at counts as read. */
  public void start() {
    time.upkeep(PERIOD_NANOS, () -> workers.execute(this::look));
  }

  private synchronized void look() {
    try {
      Optional<ConfigurationFile.Stamp> now = file.stamp();
      boolean isSteady = now.equals(seen);
      seen = now;
      if (isSteady && !now.equals(read)) {
        read = now;
        readAgain(now.isPresent());
      }
    } finally {
      start();
    }
  }

  private void readAgain(boolean isThere) {
    if (!isThere) {
      LOG.warn("{} is gone: the settings in force stay", file.name());
      return;
    }
    ConfigurationFile.Content content = file.read();
    List<String> problems =
        content instanceof ConfigurationFile.Content.Found readable
            ? configuration.replaceFile(readable.source())
            : List.of(((ConfigurationFile.Content.Unreadable) content).problem());
    if (problems.isEmpty()) {
      LOG.info("{} was read again", file.name());
    } else {
      LOG.error(
          "{} is refused whole, the settings in force stay:\n{}",
          file.name(),
          String.join("\n", problems));
    }
  }
}
