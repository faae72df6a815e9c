package dev.holdfast.launcher;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.net.URISyntaxException;
import java.nio.file.Path;
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

  static String name(String program) {
    return "dev.holdfast.launcher.program." + program;
  }
}
