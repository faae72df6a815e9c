package dev.holdfast.launcher;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import dev.holdfast.testkit.LiveJvm;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs beside this class under the agent jar. */
final class Programs {

  private Programs() {}

  /** The JDKs that tests run on; says which. */
  @SuppressWarnings("SystemOut")
  static List<Jdk> jdks() {
    List<Jdk> tested = Jdk.tested();
    System.out.println("forked JVMs run on " + tested);
    return tested;
  }

  static ForkedJvm bare(Jdk jdk) {
    try {
      Path classes =
          Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return ForkedJvm.of(jdk).withClassPath(classes);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ForkedJvm underAgent(Jdk jdk) {
    return bare(jdk).withAgent();
  }

  /** Runs a command of the agent jar about a program. */
  static ForkedJvm.Result command(Jdk jdk, String command, LiveJvm about, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command, Long.toString(about.pid())));
    all.addAll(List.of(arguments));
    return ForkedJvm.of(jdk).runJar(ForkedJvm.agentJar(), all.toArray(new String[0]));
  }

  static String name(String program) {
    return "dev.holdfast.launcher.program." + program;
  }
}
