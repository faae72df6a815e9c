package dev.holdfast.console.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operating system tells of a process before anything is sent to it: the JDK attaches by a
 * signal, which ends a process that is no JVM, and makes a JVM that refuses print all its stacks.
 *
 * @param folder of the process in {@code /proc}; holds nothing where the system has none
 */
record LocalProcess(long pid, Path folder) {

  private static final String CAUGHT_SIGNALS = "SigCgt:";
  private static final String STATE = "State:";

  /** By a signal, and by who traces it. */
  private static final String STOPPED = "Tt";

  /** {@code SIGQUIT} is the third signal. */
  private static final long QUIT_BIT = 1 << 2;

  private static final String REFUSES = "-XX:+DisableAttachMechanism";

  static LocalProcess of(long pid) {
    return new LocalProcess(pid, Path.of("/proc", Long.toString(pid)));
  }

  /**
   * Does nothing if the process may be attached to, as far as can be told.
   *
   * @throws Unreachable if it cannot
   */
  void requireAttachable() throws Unreachable {
    if (pid == ProcessHandle.current().pid()) {
      throw new Unreachable(pid + ": this very process (expected: another JVM). See: list");
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      throw new Unreachable(
          pid
              + ": no process here has that number (expected: the number of a JVM, as this"
              + " container or machine counts). See: list");
    }
    requireOwner(process.get());
    requireJvm();
    requireRunning();
    if (commandLine().contains(REFUSES)) {
      throw new Unreachable(
          pid
              + ": that JVM refuses: it was started with "
              + REFUSES
              + " (expected: without). Start it with -javaagent.");
    }
    requireSignalHandler();
  }

  /** Why a process that looked well did not answer. */
  String unanswered(Exception failure) {
    return pid
        + ": that process does not answer (expected: a JVM of your own user, without "
        + REFUSES
        + "): "
        + failure.getMessage();
  }

  private void requireOwner(ProcessHandle process) throws Unreachable {
    Optional<String> own = ProcessHandle.current().info().user();
    Optional<String> other = process.info().user();
    boolean mayAsk = own.isEmpty() || other.isEmpty() || own.equals(other) || isRoot(own.get());
    if (!mayAsk) {
      throw new Unreachable(
          pid
              + ": belongs to the user "
              + other.get()
              + ", and you are "
              + own.get()
              + " (expected: the same). Run the command as "
              + other.get()
              + ".");
    }
  }

  private static boolean isRoot(String user) {
    return user.equals("root");
  }

  private void requireJvm() throws Unreachable {
    try (Stream<String> mapped = Files.lines(folder.resolve("maps"), ISO_8859_1)) {
      if (mapped.noneMatch(line -> line.contains("libjvm"))) {
        throw new Unreachable(
            pid + ": no JVM (expected: a process that runs Java 17 or newer). See: list");
      }
    } catch (IOException | UncheckedIOException unreadable) {
      // Not Linux, or not to be read: attaching itself will tell.
      return;
    }
  }

  /** One that is stopped answers the signal once it goes on: when nobody asks any more. */
  private void requireRunning() throws Unreachable {
    if (status(STATE).anyMatch(state -> STOPPED.indexOf(state.charAt(0)) >= 0)) {
      throw new Unreachable(
          pid
              + ": that JVM is stopped (expected: running). Let it go on (kill -CONT "
              + pid
              + ", or its debugger), and try again.");
    }
  }

  /** A JVM that does not handle the signal yet, or never will, is ended by it. */
  private void requireSignalHandler() throws Unreachable {
    if (!handlesQuit()) {
      throw new Unreachable(
          pid
              + ": that JVM takes no requests now (expected: one that has started, without -Xrs)."
              + " Try again, or start it with -javaagent.");
    }
  }

  private boolean handlesQuit() {
    return status(CAUGHT_SIGNALS)
        .allMatch(mask -> (Long.parseUnsignedLong(mask, 16) & QUIT_BIT) != 0);
  }

  /** What the system says of it under that name; nothing where it cannot be read. */
  private Stream<String> status(String name) {
    try {
      return Files.readAllLines(folder.resolve("status"), ISO_8859_1).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).strip());
    } catch (IOException unreadable) {
      // Not Linux, or gone meanwhile: attaching itself will tell.
      return Stream.empty();
    }
  }

  /** Its arguments; none where they cannot be read. */
  private List<String> commandLine() {
    try {
      String all = Files.readString(folder.resolve("cmdline"), ISO_8859_1);
      return Arrays.asList(all.split("\0", -1));
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
