package dev.holdfast.core.log;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.LogLevel;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the agent's own lines is written, and where to. One for the JVM, because loggers are: the
 * agent's SLF4J asks it for each line. Until it is configured, lines at {@code info} and above go
 * to stderr.
 */
public final class AgentLog {

  private static final String STDERR = "stderr";
  private static final String APPLICATION = "application";

  private static volatile State state = new State(LogLevel.INFO, StreamTarget.STDERR);

  private record State(LogLevel level, LogTarget target) {}

  private AgentLog() {}

  /**
   * Sets level and target at the start.
   *
   * @return what is wrong with the target, in whose place stderr is used; empty if nothing is
   */
  public static Optional<String> configure(Configuration configuration) {
    String to = configuration.logTarget();
    try {
      use(configuration.logLevel(), target(to));
      return Optional.empty();
    } catch (IOException failure) {
      use(configuration.logLevel(), StreamTarget.STDERR);
      return Optional.of(
          "holdfast.log.to: "
              + to
              + " (expected: stderr, application or a file that can be written), but "
              + failure
              + ". Correct the path, or remove the key.");
    }
  }

  /** Changes the level; the target stays. */
  public static void level(LogLevel level) {
    use(level, state.target);
  }

  static void use(LogLevel level, LogTarget target) {
    state = new State(level, target);
  }

  private static LogTarget target(String to) throws IOException {
    return switch (to) {
      case STDERR -> StreamTarget.STDERR;
      case APPLICATION -> ApplicationLog.INSTANCE;
      default -> FileTarget.open(to);
    };
  }

  static boolean isEnabled(LogLevel level) {
    return state.level.includes(level);
  }

  static void write(LogLevel level, String message, @Nullable Throwable failure) {
    State current = state;
    if (current.level.includes(level)) {
      current.target.write(level, message, failure);
    }
  }
}
