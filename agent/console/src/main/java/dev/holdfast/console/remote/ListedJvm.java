package dev.holdfast.console.remote;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import dev.holdfast.weaving.control.Presence;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A JVM of this user.
 *
 * @param holdfast the version of the agent in it, {@code -} if there is none, {@code ?} if the JVM
 *     does not say
 * @param program its main class or jar, with arguments
 */
record ListedJvm(String pid, String holdfast, String program) {

  private static final int LONGEST_PROGRAM = 100;

  /** All but the one that asks, by number; nothing is loaded into any. */
  static List<ListedJvm> all(Path agentJar) {
    String own = Long.toString(ProcessHandle.current().pid());
    return VirtualMachine.list().stream()
        .filter(jvm -> !jvm.id().equals(own))
        .sorted(Comparator.comparingLong(jvm -> Long.parseLong(jvm.id())))
        .map(jvm -> of(jvm, agentJar))
        .toList();
  }

  private static ListedJvm of(VirtualMachineDescriptor jvm, Path agentJar) {
    return new ListedJvm(
        jvm.id(), holdfast(Long.parseLong(jvm.id()), agentJar), shortened(jvm.displayName()));
  }

  private static String holdfast(long pid, Path agentJar) {
    try (RemoteJvm jvm = RemoteJvm.of(pid, agentJar)) {
      return Presence.in(jvm.properties()).orElse("-");
    } catch (Unreachable refused) {
      return "?";
    }
  }

  private static String shortened(String program) {
    if (program.isBlank()) {
      return "?";
    }
    return program.length() <= LONGEST_PROGRAM
        ? program
        : program.substring(0, LONGEST_PROGRAM - 3) + "...";
  }
}
