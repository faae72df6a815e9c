package dev.holdfast.weaving.control;

import java.util.Optional;
import java.util.Properties;

/**
 * The mark of an engine that runs: a system property of its JVM, which the command line reads
 * before it loads anything there.
 */
public final class Presence {

  /** What is told where there is none. */
  public static final String ABSENT =
      "the agent is not in that JVM (expected: it is). Attach it first.";

  private static final String PROPERTY = "dev.holdfast.running";

  private Presence() {}

  /** An engine of that version runs here from now on. */
  public static void begin(String version) {
    System.setProperty(PROPERTY, version);
  }

  /** None runs here any more. */
  public static void end() {
    System.clearProperty(PROPERTY);
  }

  /** The version of the engine in a JVM with these properties; empty if there is none. */
  public static Optional<String> in(Properties properties) {
    return Optional.ofNullable(properties.getProperty(PROPERTY));
  }

  /** Why an engine cannot be attached where one runs. */
  public static String occupied(String running, String asking) {
    return mismatch(running, asking)
        .orElseGet(
            () ->
                "holdfast %s is in that JVM already (expected: attached once). See status PID, or change it by set."
                    .formatted(running));
  }

  /**
   * Why engine and command line do not understand each other; empty if they do. Bridge and
   * annotations stay in a JVM until it ends, so versions cannot be mixed.
   */
  public static Optional<String> mismatch(String running, String asking) {
    return asking.equals(running)
        ? Optional.empty()
        : Optional.of(
            "holdfast %s is in that JVM, and this is holdfast %s (expected: the same version). Use the agent jar of %s, or start the program again."
                .formatted(running, asking, running));
  }
}
