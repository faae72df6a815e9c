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
 * file that is being written is not read by half. One that cannot be read is tried again each time:
 * permissions change neither its size nor when it was written. It runs on daemon threads only.
 */
public final class FileWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

  private final ConfigurationFile file;
  private final LiveConfiguration configuration;
  private final Time time;
  private final Workers workers;

  /** What was dealt with last; touched by one look at a time. */
  private Optional<ConfigurationFile.Stamp> done;

  /** What the last look saw. */
  private Optional<ConfigurationFile.Stamp> seen;

  /** Why the file cannot be read, as it was told; empty if it can be. */
  private String told;

  /**
   * @param workers reads the file: a file system may hang, and alarms must not
   */
  public FileWatch(
      ConfigurationFile file, LiveConfiguration configuration, Time time, Workers workers) {
    this.file = file;
    this.configuration = configuration;
    this.time = time;
    this.workers = workers;
    this.done = file.lastRead();
    this.seen = done;
    this.told = file.problem();
  }

  /** Begins to watch; what was read and told of the file at the start is not told again. */
  public void start() {
    time.upkeep(PERIOD_NANOS, () -> workers.execute(this::look));
  }

  private synchronized void look() {
    try {
      Optional<ConfigurationFile.Stamp> now = file.stamp();
      boolean isSteady = now.equals(seen);
      seen = now;
      if (isSteady && !now.equals(done)) {
        read(now);
      }
    } finally {
      start();
    }
  }

  private void read(Optional<ConfigurationFile.Stamp> now) {
    if (now.isEmpty()) {
      finish(now);
      LOG.warn("{} is gone: the settings in force stay", file.name());
    } else if (file.read() instanceof ConfigurationFile.Content.Found readable) {
      finish(now);
      tell(configuration.replaceFile(readable.source()));
    } else if (!file.problem().equals(told)) {
      told = file.problem();
      tell(List.of(told));
    }
  }

  private void finish(Optional<ConfigurationFile.Stamp> now) {
    done = now;
    told = "";
  }

  private void tell(List<String> problems) {
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
