package dev.holdfast.console.remote;

import java.nio.file.Path;
import java.util.List;

/**
 * How JVMs are reached.
 *
 * @param agentJar what is loaded into them
 */
public record Reach(Path agentJar) {

  RemoteJvm jvm(long pid) throws Unreachable {
    return RemoteJvm.of(pid, agentJar);
  }

  /** Those of this user. */
  List<ListedJvm> all() {
    return ListedJvm.all(agentJar);
  }

  /** Says that the JDK's attach module is not there. */
  static String withoutJdkAttach(NoClassDefFoundError missing) {
    String name = missing.getMessage();
    if (name == null || !name.startsWith("com/sun/tools/attach/")) {
      throw missing;
    }
    return "this Java ("
        + System.getProperty("java.home")
        + ") lacks the module jdk.attach (expected: a JDK, or a runtime image that holds it)."
        + " Run the command with a JDK.";
  }
}
