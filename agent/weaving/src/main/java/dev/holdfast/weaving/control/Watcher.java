package dev.holdfast.weaving.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that looks at the status again and again.
 *
 * @param token names the answer that it looks at
 * @param pid its number
 * @param began when it was started; tells it from a process of the same number in another container
 */
public record Watcher(String token, long pid, Instant began) {

  private static final int PARTS = 3;

  /** What clocks of the system, which count from its start, may be apart. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  /** This process. */
  public static Watcher self(String token) {
    ProcessHandle self = ProcessHandle.current();
    return new Watcher(token, self.pid(), began(self));
  }

  /** Reads what {@link #text} wrote; empty if it did not. */
  static Optional<Watcher> parse(String text) {
    String[] parts = text.split(" ", -1);
    try {
      return parts.length == PARTS
          ? Optional.of(
              new Watcher(
                  parts[0],
                  Long.parseLong(parts[1]),
                  Instant.ofEpochMilli(Long.parseLong(parts[2]))))
          : Optional.empty();
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** The watcher as {@link #parse} reads it. */
  public String text() {
    return token + ' ' + pid + ' ' + began.toEpochMilli();
  }

  /** The process; empty if it cannot be seen from here. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(process -> Duration.between(began, began(process)).abs().compareTo(TOLERANCE) < 0);
  }

  private static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
