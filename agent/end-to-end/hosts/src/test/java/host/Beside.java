package host;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM in which another agent is beside ours.
 *
 * @param isOursFirst whether ours is the first on the command line
 */
record Beside(Jdk jdk, boolean isOursFirst) {

  /** Both orders on every JDK that is tested. */
  static List<Beside> all() {
    return Jdk.tested().stream()
        .flatMap(jdk -> Stream.of(new Beside(jdk, false), new Beside(jdk, true)))
        .toList();
  }

  /** What {@link #all()} tries, in words. */
  static String tried() {
    return "before and after ours, JDK "
        + Jdk.tested().stream()
            .map(jdk -> Integer.toString(jdk.feature()))
            .collect(Collectors.joining(" and "));
  }

  /** The JVM, with the libraries of that host on its class path. */
  ForkedJvm jvm(String host, String otherAgent) throws IOException {
    ForkedJvm bare = Hosts.bare(jdk, host);
    return isOursFirst
        ? bare.withAgent().withOptions(otherAgent)
        : bare.withOptions(otherAgent).withAgent();
  }

  /** The jar of another agent. */
  static Path agent(String name) {
    return Path.of(System.getProperty("holdfast.hosts"), "agents", name + ".jar");
  }

  @Override
  public String toString() {
    return jdk + (isOursFirst ? ", after ours" : ", before ours");
  }
}
